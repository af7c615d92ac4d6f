import { spawnSync } from 'node:child_process';

/** Those of these programs that cannot be started. */
export function absentPrograms(programs: readonly string[]): string[] {
  return programs.filter((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined);
}

/**
 * Tests that need programs: with one of them absent they are skipped, loudly; where skips are forbidden (BENCHLINE_FORBID_SKIPS) they fail instead.
 */
export function unlessAbsent(programs: readonly string[]): { describe: jest.Describe; test: jest.It } {
  const absent = absentPrograms(programs);
  if (absent.length === 0) return { describe, test };
  const why = `${absent.join(', ')} not found`;
  if (process.env['BENCHLINE_FORBID_SKIPS']) throw new Error(`${why}, and skips are forbidden`);
  process.stderr.write(`SKIPPED, ${why}: ${expect.getState().testPath ?? ''}\n`);
  return { describe: describe.skip, test: test.skip };
}

import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { SuiteRun } from './tool-runner.js';

/** How a missing program is got. */
export interface Needed {
  tool: string;
  program: string;
  install: string;
}

/** First version number a program prints for `--version`; null if it prints none. Throws BNL010 where the program is absent. */
export async function readToolVersion(needed: Needed, run: SuiteRun, { world, first = [] }: { world: World; first?: readonly string[] }): Promise<string | null> {
  const result = await world.processes.run({
    program: needed.program,
    args: [...first, '--version'],
    cwd: run.folder,
    env: run.env,
    timeoutMs: 60_000,
    signal: world.signal,
  });
  if (result.outcome === 'not-found') throw userError('BNL010', { ...needed }, { suite: run.suite.name });
  return /\d+\.\d+(?:\.\d+)?(?:[-+.][0-9A-Za-z.-]+)?/.exec(result.stdout)?.[0] ?? null;
}

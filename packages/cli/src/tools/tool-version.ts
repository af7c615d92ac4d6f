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
export function readToolVersion({ program, tool, install }: Needed, run: SuiteRun, { world, first = [] }: { world: World; first?: readonly string[] }): Promise<string | null> {
  return readVersionOf([program, ...first, '--version'], { tool, install }, { run, world });
}

/** First version number a command prints; null if it prints none. Throws BNL010 where its program is absent. */
export async function readVersionOf(command: readonly string[], needed: Pick<Needed, 'tool' | 'install'>, { run, world }: { run: SuiteRun; world: World }): Promise<string | null> {
  const [program = '', ...args] = command;
  const result = await world.processes.run({ program, args, cwd: run.folder, env: run.env, timeoutMs: 60_000, signal: world.signal });
  if (result.outcome === 'not-found') throw userError('BNL010', { ...needed, program }, { suite: run.suite.name });
  return /\d+\.\d+(?:\.\d+)?(?:[-+.][0-9A-Za-z.-]+)?/.exec(result.stdout)?.[0] ?? null;
}

import type { NamedVersion } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import type { SuiteRun } from '../tool-runner.js';

/** Asks the first of these commands that exists for the version of its Python; nothing where none does. Another implementation is named as such. */
export async function readPython(commands: readonly (readonly string[])[], { folder, env }: SuiteRun, world: World): Promise<NamedVersion[]> {
  for (const [program = '', ...args] of commands) {
    const { outcome, stdout } = await world.processes.run({ program, args: [...args, '--version'], cwd: folder, env, timeoutMs: 60_000, signal: world.signal });
    const version = /Python (\d+\.\d+[\w.+]*)/.exec(stdout)?.[1];
    if (outcome === 'exited' && version !== undefined) return [{ name: /PyPy|GraalPy/.exec(stdout)?.[0].toLowerCase() ?? 'python', version }];
  }
  return [];
}

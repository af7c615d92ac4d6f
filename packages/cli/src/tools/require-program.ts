import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { SuiteRun } from './tool-runner.js';
import type { Needed } from './tool-version.js';

/**
 * Throws BNL010 where the program of a command is nowhere on PATH, so that this is known before anybody waits for the machine. A path is not looked at: what
 * is built first may make it.
 */
export function requireProgram([program = '']: readonly string[], needed: Pick<Needed, 'tool' | 'install'>, { run, world }: { run: SuiteRun; world: Pick<World, 'processes'> }): void {
  if (/[/\\{]/.test(program) || run.suite.build !== null || world.processes.finds({ program, cwd: run.folder, env: run.env })) return;
  throw userError('BNL010', { ...needed, program }, { suite: run.suite.name });
}

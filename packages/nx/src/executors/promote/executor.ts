import type { ExecutorContext } from '@nx/devkit';
import type { ExecutorOptions } from '../command-arguments.js';
import { runCommand } from '../run-command.js';

/** Makes the report the baseline if the criteria hold: `benchline promote`. */
export default function promoteExecutor(options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand({ command: ['promote'] }, options, context);
}

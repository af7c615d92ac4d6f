import type { ExecutorContext } from '@nx/devkit';
import type { ExecutorOptions } from '../command-arguments.js';
import { runCommand } from '../run-command.js';

/** Checks the report against the objectives: `benchline slo`. The target is inferred for every project, so one without objectives passes. */
export default function sloExecutor(options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand({ command: ['slo', '--if-configured'] }, options, context);
}

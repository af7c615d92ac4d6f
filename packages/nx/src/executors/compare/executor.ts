import type { ExecutorContext } from '@nx/devkit';
import type { ExecutorOptions } from '../command-arguments.js';
import { parallelNotice } from '../parallel-notice.js';
import { runCommand } from '../run-command.js';

/** Compares the report with the stored baseline, or measures base and head side by side: `benchline compare`. */
export default function compareExecutor(options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand({ command: ['compare'], notice: options['against'] === undefined ? null : parallelNotice(context) }, options, context);
}

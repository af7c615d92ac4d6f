import type { ExecutorContext } from '@nx/devkit';
import type { ExecutorOptions } from '../command-arguments.js';
import { parallelNotice } from '../parallel-notice.js';
import { runCommand } from '../run-command.js';

/** Measures the benchmarks of the project: `benchline bench`. */
export default function benchExecutor(options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand({ command: ['bench'], notice: parallelNotice(context) }, options, context);
}

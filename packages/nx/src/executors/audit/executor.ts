import type { ExecutorContext } from '@nx/devkit';
import type { ExecutorOptions } from '../command-arguments.js';
import { runCommand } from '../run-command.js';

/** Builds the audit package: `benchline audit create`. */
export default function auditExecutor(options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runCommand({ command: ['audit', 'create'] }, options, context);
}

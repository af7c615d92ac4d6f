import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { createNodeWorld, main } from 'benchline';
import { commandArguments, type ExecutorOptions } from './command-arguments.js';

/**
 * Runs a command of the command line in this process, in the project's folder: same output, same artefacts, same verdict.
 * Nx knows only success and failure; the exit code behind it stands in the artefact.
 */
export async function runCommand(command: readonly string[], options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  const root = context.projectsConfigurations.projects[context.projectName ?? '']?.root ?? '.';
  const world = createNodeWorld({ cwd: join(context.root, root) });
  return { success: (await main([...command, ...commandArguments(options)], world)) === 0 };
}

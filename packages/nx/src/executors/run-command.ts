import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { createNodeWorld, main, type World } from 'benchline';
import { commandArguments, type ExecutorOptions } from './command-arguments.js';

export interface CommandRun {
  /** As on the command line: `audit create`. */
  command: readonly string[];
  /** Said before the command runs. */
  notice?: string | null;
}

/**
 * Runs a command of the command line in this process, in the project's folder: same output, same artefacts, same verdict.
 * Nx knows only success and failure; the exit code behind it stands in the artefact.
 */
export async function runCommand({ command, notice = null }: CommandRun, options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  const { hostClass, ...flags } = options;
  const root = context.projectsConfigurations.projects[context.projectName ?? '']?.root ?? '.';
  const world = withHostClass(createNodeWorld({ cwd: join(context.root, root) }), hostClass);
  if (notice !== null) world.stderr.write(`${notice}\n`);
  return { success: (await main([...command, ...commandArguments(flags)], world)) === 0 };
}

/** The environment names the machine it is; nx.json can only name what its machines are called. So the variable wins. */
export function withHostClass(world: World, hostClass: ExecutorOptions[string]): World {
  if (typeof hostClass !== 'string' || (world.env['BENCHLINE_HOST_CLASS'] ?? '') !== '') return world;
  // Copied by descriptors: a spread would load every port.
  return Object.defineProperties({} as World, { ...Object.getOwnPropertyDescriptors(world), env: { enumerable: true, value: { ...world.env, BENCHLINE_HOST_CLASS: hostClass } } });
}

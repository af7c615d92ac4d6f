import { isAbsolute } from 'node:path';
import type { ToolName } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import type { SuiteRun, ToolRunner } from './tool-runner.js';

/** The variable by which a machine names the program of a tool: BENCHLINE_TOOL_WRK. */
export function overrideVariable(tool: ToolName): string {
  return `BENCHLINE_TOOL_${tool.toUpperCase().replaceAll('-', '_')}`;
}

type NamedTool = Pick<ToolRunner, 'tool'> & { traits: Pick<ToolRunner['traits'], 'programs'> };

/**
 * Absolute path of the program that the environment puts in the place of a command's first word; null: none. Only the tool's own program, called by its bare name, is replaced: a script or
 * a path that the suite names stays what it says. Throws BNL016, naming the variable, where its path leads to no program.
 */
export async function findOverride({ tool, traits: { programs = [] } }: NamedTool, command: readonly string[], { run, world }: { run: SuiteRun; world: World }): Promise<string | null> {
  const variable = overrideVariable(tool);
  const path = run.env[variable] ?? '';
  if (path === '' || !programs.includes(command[0] ?? '')) return null;
  const refuse = (problem: string): Error => userError('BNL016', { problem: `${variable} is ${path}, ${problem}`, fix: `Set ${variable} to the absolute path of the program, or unset it.` }, { suite: run.suite.name });
  if (!isAbsolute(path)) throw refuse('which is no absolute path');
  const isThere = (await world.files.exists(path)) && world.processes.finds({ program: path, cwd: run.folder, env: run.env });
  if (!isThere) throw refuse('where there is no program');
  return path;
}

/** A command with the program of the environment in the place of its own. */
export function withOverride(command: readonly string[], override: string | null, replaced: string | undefined): string[] {
  return override === null || command[0] !== replaced ? [...command] : [override, ...command.slice(1)];
}

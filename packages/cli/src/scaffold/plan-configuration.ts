import type { ToolName, WrittenSuite } from '@benchline/core/model';
import { within } from '../tools/detection/folder-of.js';
import { splitCommand } from '../tools/detection/split-command.js';
import { runnerFor } from '../tools/runner-for.js';
import { detectBenchmarks } from './detect-benchmarks.js';
import { planUpkeep } from './plan-upkeep.js';
import type { PlannedFile, Snapshot } from './scaffold-plan.js';
import { renderFirstConfig } from './written-config.js';

export interface ConfigurationRequest {
  /** The project's folder, relative to the repository's root; '' is the root itself. */
  root: string;
  tool: ToolName;
  /** The suite's name; default: the tool's. */
  suite?: string;
  /** Program and arguments in one line, without a shell; default: what is found in the project, else what the tool does by itself. */
  command?: string;
  /** Where the output is, or which files hold benchmarks, as the suite's `files`. */
  files?: readonly string[];
  /** Write over a benchline.json that stands. */
  overwrite?: boolean;
}

/** Files to write, or why there is nothing to write: one sentence of what, one of what to do. */
export type ConfigurationPlan = { files: PlannedFile[]; suites: WrittenSuite[] } | { problem: string };

const otherConfigs = ['benchline.yaml', 'benchline.yml', 'benchline.toml'];

/** The first config of one project for a tool of one's choice, its baseline folder and the ignore line. */
export async function planConfiguration(snapshot: Snapshot, request: ConfigurationRequest): Promise<ConfigurationPlan> {
  const standing = standingConfig(snapshot, request);
  if (standing !== null) return { problem: standing };
  const suites = await chooseSuites(snapshot, request);
  if ('problem' in suites) return suites;
  const path = within(request.root, 'benchline.json');
  const config: PlannedFile = { path, text: renderFirstConfig(snapshot, request.root, suites), change: snapshot.has(path) ? 'extend' : 'create' };
  return { suites, files: [config, ...planUpkeep(snapshot, [{ root: request.root, baselineDirectory: 'baselines' }])] };
}

function standingConfig(snapshot: Snapshot, { root, overwrite }: ConfigurationRequest): string | null {
  const other = otherConfigs.map((name) => within(root, name)).find((path) => snapshot.has(path));
  if (other !== undefined) return `${other} is this project's config. Add the suite there, or remove it first.`;
  const path = within(root, 'benchline.json');
  return snapshot.has(path) && overwrite !== true ? `${path} stands already. Add the suite there, or write over it with --overwrite.` : null;
}

async function chooseSuites(snapshot: Snapshot, request: ConfigurationRequest): Promise<WrittenSuite[] | { problem: string }> {
  const { root, tool, command } = request;
  if (command !== undefined) return withCommand(request, command);
  const found = detectBenchmarks(snapshot).projects.find((project) => project.root === root)?.suites.filter((suite) => suite.tool === tool) ?? [];
  const [only, second] = found;
  if (only !== undefined && second === undefined) return [{ ...only, ...given(request) }];
  if (found.length > 0) return found;
  const { start } = (await runnerFor(tool)).traits;
  if (start !== null) return [{ name: tool, tool, ...given(request) }];
  return { problem: `${tool} has no command of its own. Say what to run: --command "program and arguments".` };
}

function withCommand(request: ConfigurationRequest, command: string): WrittenSuite[] | { problem: string } {
  const words = splitCommand(command);
  if (words === null) return { problem: `${JSON.stringify(command)} needs a shell, and commands are run without one. Put it into a script and name that.` };
  return [{ name: request.tool, tool: request.tool, command: words, ...given(request) }];
}

function given({ suite, files }: ConfigurationRequest): Partial<WrittenSuite> {
  return { ...(suite === undefined ? {} : { name: suite }), ...(files === undefined || files.length === 0 ? {} : { files: [...files] }) };
}

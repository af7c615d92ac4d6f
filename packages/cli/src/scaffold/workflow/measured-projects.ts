import type { ToolName } from '@benchline/core/model';
import { installCommands } from '../detect-benchmarks.js';
import type { Snapshot } from '../scaffold-plan.js';

/** The projects that a workflow measures. */
export interface MeasuredProjects {
  /** Their folders, relative to the repository's root, in order; '.' is the root itself. */
  folders: string[];
  /** The shell commands by which CI gets their tools. */
  setUps: string[];
}

const configName = /(?:^|\/)benchline\.(?:json|yaml|yml|toml)$/;

/** Whether a path is that of a Benchline config; the workflow, which has the name of one, is none. */
export function isConfigPath(path: string): boolean {
  return configName.test(path) && !path.split('/').some((part) => part.startsWith('.'));
}

/** Folders with a config. The root's is a project where it is the only one; else it holds shared defaults. */
export function measuredProjects(snapshot: Snapshot): MeasuredProjects {
  const configs = [...snapshot.keys()].filter(isConfigPath).sort();
  const below = configs.filter((path) => path.includes('/'));
  const measured = below.length > 0 ? below : configs;
  const folders = [...new Set(measured.map((path) => path.replace(configName, '') || '.'))].sort();
  return { folders, setUps: installCommands([{ root: '', suites: toolsOf(measured.map((path) => snapshot.get(path) ?? '')).map((tool) => ({ name: tool, tool })) }]) };
}

/** The tools that configs name. Read by a pattern that fits JSON, YAML and TOML: a config that is half written must not keep anybody from planning. */
function toolsOf(configs: readonly string[]): ToolName[] {
  const named = configs.flatMap((text) => [...text.matchAll(/["']?\btool["']?\s*[:=]\s*["']?([a-z0-9-]+)/g)].map((match) => match[1] as ToolName));
  return [...new Set(named)].sort();
}

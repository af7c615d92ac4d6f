import type { Run, Workspace } from './workspace.js';

/** A workspace of one Nx version, set up by `init`. */
export interface NxWorkspace {
  version: string;
  workspace(): Workspace;
  nx(...args: string[]): Run;
}

export interface Target {
  cache: boolean;
  parallelism?: boolean;
  options: { rounds?: number; hostClass?: string };
  syncGenerators?: string[];
  metadata: { description: string; technologies: string[]; help: { command: string } };
}

/** A project as Nx shows it. */
export interface Project {
  targets: Record<string, Target>;
  metadata: { technologies: string[]; targetGroups: Record<string, string[]> };
}

export interface NxJson {
  plugins: { plugin: string; options: object }[];
  sync?: { globalGenerators: string[] };
  targetDefaults?: Record<string, object>;
}

/** Rewrites nx.json. */
export function changeNxJson(workspace: Workspace, change: (nxJson: NxJson) => NxJson): void {
  workspace.write('nx.json', change(workspace.readJson<NxJson & Record<string, unknown>>('nx.json')));
}

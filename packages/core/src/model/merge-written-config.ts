import type { WrittenConfig } from './generated/types.js';

/**
 * A project's configuration over the workspace's: the project's keys win, one by one; a list is replaced as a whole.
 * What a project is (its name and its suites) is never inherited.
 */
export function mergeWrittenConfig(workspace: WrittenConfig, project: WrittenConfig): WrittenConfig {
  const { project: _name, suites: _suites, $schema: _schema, ...shared } = workspace;
  const merged: WrittenConfig = { ...shared, ...project };
  if (workspace.compare && project.compare) merged.compare = mergeCompare(workspace.compare, project.compare);
  if (workspace.host && project.host) merged.host = { ...workspace.host, ...project.host };
  if (workspace.env && project.env) merged.env = { ...workspace.env, ...project.env };
  if (workspace.baselines && project.baselines) merged.baselines = { ...workspace.baselines, ...project.baselines };
  if (workspace.sloDefaults && project.sloDefaults) merged.sloDefaults = { ...workspace.sloDefaults, ...project.sloDefaults };
  return merged;
}

type WrittenCompare = NonNullable<WrittenConfig['compare']>;

function mergeCompare(workspace: WrittenCompare, project: WrittenCompare): WrittenCompare {
  const merged: WrittenCompare = { ...workspace, ...project };
  if (workspace.stored && project.stored) merged.stored = { ...workspace.stored, ...project.stored };
  if (workspace.paired && project.paired) merged.paired = { ...workspace.paired, ...project.paired };
  if (workspace.raise && project.raise) merged.raise = { ...workspace.raise, ...project.raise };
  return merged;
}

import { loadConfig } from '../config/load-config.js';
import { findProjectName } from '../config/project-name.js';
import { affectedProjects, allProjects, type AffectedProjects } from '../affected/affected-projects.js';
import { findResults } from '../gate/find-results.js';
import type { World } from '../ports/world.js';
import { UserError, userError } from '../user-error.js';
import { recordedDuration } from './recorded-duration.js';
import type { ShardProject } from './split-projects.js';

export interface ShardQuestion {
  /** Absolute folder of the workspace. */
  root: string;
  /** A ref or null (the merge base) where only those that the change reaches are wanted; undefined: every project. */
  affected: string | null | undefined;
}

export interface ShardableProjects {
  projects: ShardProject[];
  /** Folders with a config that the task runner does not know, so that it cannot measure them. */
  unknown: string[];
}

/** The projects with a Benchline config, under the names by which the workspace's task runner calls them; without a task runner, their own. */
export async function shardableProjects(world: World, { root, affected }: ShardQuestion): Promise<ShardableProjects> {
  const folders = await configuredFolders(world, root);
  const every = await allProjects(world, root);
  const named = every === null ? null : namesByFolder(every);
  const reached = affected === undefined ? null : namesByFolder(await affectedProjects(world, { root, base: affected }));
  const found: ShardableProjects = { projects: [], unknown: [] };
  for (const folder of folders) {
    if (named !== null && !named.has(folder)) found.unknown.push(folder);
    else if (reached === null || reached.has(folder)) found.projects.push(await shardProject(world, folder, named?.get(folder)));
  }
  return found;
}

/** Folders with a config below the root, whose own config holds what they share; the root itself where it is the only one. */
async function configuredFolders(world: World, root: string): Promise<string[]> {
  const { projects } = await findResults(world.files, root, 'workspace');
  const below = projects.filter((folder) => folder !== root);
  return below.length > 0 ? below : projects;
}

function namesByFolder(answer: AffectedProjects): ReadonlyMap<string, string> {
  if ('projects' in answer) return new Map(answer.projects.map(({ name, folder }) => [folder, name]));
  throw userError('BNL016', { problem: `Which projects to measure cannot be told: ${answer.unknown}`, fix: 'Fetch the whole history (fetch-depth: 0), name the commit to compare with (--affected origin/main), or measure every project (without --affected).' });
}

/** A config that cannot be used is told by the machine that measures the project. */
async function shardProject(world: World, folder: string, name: string | undefined): Promise<ShardProject> {
  try {
    const loaded = await loadConfig(world, { project: folder });
    return { name: name ?? loaded.config.project, folder, durationMs: await recordedDuration(world, loaded) };
  } catch (cause) {
    if (!(cause instanceof UserError) || cause.exitCode !== 2) throw cause;
    return { name: name ?? (await findProjectName(world, folder)), folder, durationMs: null };
  }
}

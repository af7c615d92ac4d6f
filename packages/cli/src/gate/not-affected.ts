import { relative } from 'node:path';
import { createFinding, type Finding } from '@benchline/core/model';
import { affectedProjects, allProjects, beginning } from '../affected/affected-projects.js';
import type { World } from '../ports/world.js';
import type { DeclaredProject } from './declared-projects.js';

/** Projects with a config that the change does not reach: their folders; and what is to be told. */
export interface NotAffected {
  folders: ReadonlySet<string>;
  findings: Finding[];
}

/**
 * Asks the workspace's Nx or Turborepo which declared projects the change since a base reaches. A project that the task graph does not know counts as reached, so does one
 * whose changes the change itself hides from the task runner, and so does
 * every project where it cannot be asked: folders that changed do not say what depends on them.
 */
export async function findNotAffected(world: World, { root, base, declared }: { root: string; base: string | null; declared: readonly DeclaredProject[] }): Promise<NotAffected> {
  const affected = await affectedProjects(world, { root, base });
  if ('unknown' in affected) return unknown(affected.unknown);
  const reached = new Set(affected.projects.map(({ folder }) => folder));
  const rest = declared.filter(({ folder }) => !reached.has(folder));
  if (rest.length === 0) return { folders: new Set(), findings: [] };
  const all = await allProjects(world, root);
  if (all === null || 'unknown' in all) return unknown(all?.unknown ?? 'the task runner is gone');
  const known = new Set(all.projects.map(({ folder }) => folder));
  const hidden = await hiddenChanges(world, { root, base, folders: [...known, ...declared.map(({ folder }) => folder)] });
  return { folders: new Set(rest.map(({ folder }) => folder).filter((folder) => known.has(folder) && !hidden.has(folder))), findings: [] };
}

/** What a task runner leaves out of its graph, changed or not. */
const ignoring = /(?:^|\/)\.(?:nx|git)ignore$/;

/**
 * Folders of projects with changed files, where the change also says which files the task runner ignores: it would not see that they changed. What was ignored before
 * stays ignored.
 */
async function hiddenChanges(world: World, { root, base, folders }: { root: string; base: string | null; folders: readonly string[] }): Promise<ReadonlySet<string>> {
  const begin = await beginning(world, root, base);
  const changed = 'unknown' in begin ? null : await world.git.changedSince(root, begin.sha);
  if (changed !== null && !changed.some((path) => ignoring.test(path))) return new Set();
  if (changed === null) return new Set(folders);
  const top = (await world.git.top(root)) ?? root;
  const places = [...new Set(folders)].map((folder) => ({ folder, way: relative(top, folder).replaceAll('\\', '/') })).sort((a, b) => b.way.length - a.way.length);
  return new Set(changed.flatMap((path) => places.find(({ way }) => way === '' || path.startsWith(`${way}/`))?.folder ?? []));
}

function unknown(because: string): NotAffected {
  return { folders: new Set(), findings: [createFinding('BNL055', { because })] };
}

import { createFinding, type Finding } from '@benchline/core/model';
import { affectedProjects, allProjects } from '../affected/affected-projects.js';
import type { World } from '../ports/world.js';
import type { DeclaredProject } from './declared-projects.js';

/** Projects with a config that the change does not reach: their folders; and what is to be told. */
export interface NotAffected {
  folders: ReadonlySet<string>;
  findings: Finding[];
}

/**
 * Asks the workspace's Nx or Turborepo which declared projects the change since a base reaches. A project that the task graph does not know counts as reached, and so does
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
  return { folders: new Set(rest.map(({ folder }) => folder).filter((folder) => known.has(folder))), findings: [] };
}

function unknown(because: string): NotAffected {
  return { folders: new Set(), findings: [createFinding('BNL055', { because })] };
}

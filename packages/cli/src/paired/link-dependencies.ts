import { readlink, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { World } from '../ports/world.js';
import { isInside } from './is-inside.js';

/** A package of the workspace as a node_modules folder names it, and its folder relative to the top. */
export interface WorkspacePackage {
  name: string;
  place: string;
}

interface Linking {
  /** The user's tree, without symbolic links. */
  top: string;
  side: string;
  /** Whose node_modules; relative to both. */
  folder: string;
}

/**
 * Gives a folder of a side the dependencies of the user's tree without copying them: a `node_modules` folder of links. A link that leads
 * into the workspace itself (npm, pnpm and yarn workspaces make such) is made anew so that it leads into the side: shared as it is,
 * it would make base run head's code. Returns the workspace packages linked.
 */
export async function linkDependencies(world: World, { top, side, folder }: Linking): Promise<WorkspacePackage[]> {
  const from = join(top, folder, 'node_modules');
  const to = join(side, folder, 'node_modules');
  if (!(await world.files.exists(from)) || (await world.files.exists(to))) return [];
  const linked: WorkspacePackage[] = [];
  for (const name of await packageNames(world, from)) {
    const place = await placeInWorkspace(world, top, join(from, name));
    await link(world, { entry: join(from, name), place, side, at: join(to, name) });
    if (place !== null) linked.push({ name, place });
  }
  await linkPrograms(world, { top, side, from, to });
  return linked;
}

/** Programs one by one: one of a workspace package must be the side's. */
async function linkPrograms(world: World, { top, side, from, to }: { top: string; side: string; from: string; to: string }): Promise<void> {
  for (const { name } of await world.files.list(join(from, '.bin'))) {
    const entry = join(from, '.bin', name);
    await link(world, { entry, place: await placeInWorkspace(world, top, entry), side, at: join(to, '.bin', name) });
  }
}

async function link(world: World, { entry, place, side, at }: { entry: string; place: string | null; side: string; at: string }): Promise<void> {
  await world.files.makeFolder(dirname(at));
  await symlink(place === null ? entry : join(side, place), at, 'junction');
}

/** Entries of a node_modules folder, scoped packages included; a tool's caches (`.cache`, `.vite`) stay out, since builds write there. */
async function packageNames(world: World, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name } of await world.files.list(folder)) {
    if (name.startsWith('@')) names.push(...(await world.files.list(join(folder, name))).map((entry) => `${name}/${entry.name}`));
    else if (!name.startsWith('.') || name === '.pnpm') names.push(name);
  }
  return names;
}

/** Where in the workspace a node_modules entry leads, relative to its top; null for what comes from a registry. */
async function placeInWorkspace(world: World, top: string, entry: string): Promise<string | null> {
  const isLink = await readlink(entry).then(() => true, () => false);
  if (!isLink || !(await world.files.exists(entry))) return null;
  const target = await world.files.realPath(entry);
  const place = relative(top, target);
  return isInside(top, target) && !place.split(/[/\\]/).includes('node_modules') ? place : null;
}

import { join } from 'node:path';
import type { World } from '../ports/world.js';

/**
 * Names of registry packages in a node_modules folder that need one of the workspace's packages, themselves or by what they need. Shared between sides such a
 * package would find the user's copy of it, whichever side runs.
 */
export async function dependentsOf(world: World, modules: string, workspace: ReadonlySet<string>): Promise<string[]> {
  if (workspace.size === 0) return [];
  const needs = new Map<string, string[]>();
  for (const name of await installedNames(world, modules)) if (!workspace.has(name)) needs.set(name, await needsOf(world, join(modules, name)));
  const tainted = new Set(workspace);
  for (let before = -1; before !== tainted.size; ) {
    before = tainted.size;
    for (const [name, needed] of needs) if (needed.some((each) => tainted.has(each))) tainted.add(name);
  }
  return [...tainted].filter((name) => !workspace.has(name));
}

async function installedNames(world: World, modules: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name } of await world.files.list(modules)) {
    if (name.startsWith('@')) names.push(...(await world.files.list(join(modules, name))).map((inner) => `${name}/${inner.name}`));
    else if (!name.startsWith('.')) names.push(name);
  }
  return names;
}

async function needsOf(world: World, folder: string): Promise<string[]> {
  const manifest = join(folder, 'package.json');
  if (!(await world.files.exists(manifest))) return [];
  try {
    const written = JSON.parse(await world.files.readText(manifest)) as Record<string, object | undefined>;
    return ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) => Object.keys(written[field] ?? {}));
  } catch {
    // Node could not load such a package either.
    return [];
  }
}

import { join, relative } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { isInside } from './is-inside.js';

const fix = 'Both sides would run the same code. Install dependencies with links relative to the workspace, and commit the lock file so that each side can install its own.';

/** Refuses to measure (BNL022) unless every package of the workspace that a side's folder names resolves inside that side. */
export async function refuseForeignPackages(world: World, { top, side, folder }: { top: string; side: string; folder: string }): Promise<void> {
  const root = await world.files.realPath(side);
  const modules = join(side, folder, 'node_modules');
  for (const { name, kind } of await entriesOf(world, modules)) {
    if (kind !== 'link' || !(await world.files.exists(join(modules, name)))) continue;
    const place = await world.files.realPath(join(modules, name));
    const isOurs = isInside(root, place) || !isInside(top, place) || relative(top, place).split(/[/\\]/).includes('node_modules');
    if (!isOurs) throw userError('BNL022', { problem: `The workspace package ${name} resolves outside the side that is measured, to ${place}`, fix });
  }
}

async function entriesOf(world: World, modules: string): Promise<{ name: string; kind: string }[]> {
  const entries: { name: string; kind: string }[] = [];
  for (const { name, kind } of await world.files.list(modules)) {
    if (!name.startsWith('@')) entries.push({ name, kind });
    else entries.push(...(await world.files.list(join(modules, name))).map((inner) => ({ name: `${name}/${inner.name}`, kind: inner.kind })));
  }
  return entries;
}

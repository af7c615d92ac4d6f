import { basename, dirname, join } from 'node:path';
import type { World } from '../ports/world.js';
import { sideFolderName } from './side.js';

const ownerFile = 'owner.json';
const ownFolder = /^benchline-paired-[^/\\]+$/;
const sideFolders: readonly string[] = Object.values(sideFolderName);

/** Notes which process a folder of worktrees belongs to, so that a later run can tell that it was left by one that died. */
export async function writeOwner(world: World, parent: string): Promise<void> {
  await world.files.writeAtomically(join(parent, ownerFile), JSON.stringify({ pid: world.processId }));
}

/** Removes worktrees of paired runs that were killed before they could tidy up. A run that is alive keeps its own; what does not bear the mark of a run is nobody's to remove. */
export async function removeLeftWorktrees(world: World, top: string): Promise<void> {
  for (const path of await world.git.worktrees(top)) {
    const parent = dirname(path);
    if (path === top || !ownFolder.test(basename(parent)) || !sideFolders.includes(basename(path))) continue;
    const owner = await readOwner(world, parent);
    if (owner !== null && world.isAlive(owner)) continue;
    if (owner !== null || !(await world.files.exists(path))) await world.git.removeWorktree(top, path).catch(() => undefined);
    if (owner !== null && !(await holdsWorktree(world, parent))) await world.files.remove(parent);
  }
}

async function holdsWorktree(world: World, parent: string): Promise<boolean> {
  for (const name of sideFolders) if (await world.files.exists(join(parent, name, '.git'))) return true;
  return false;
}

async function readOwner(world: World, parent: string): Promise<number | null> {
  const file = join(parent, ownerFile);
  if (!(await world.files.exists(file))) return null;
  const { pid } = JSON.parse(await world.files.readText(file, 1024)) as { pid?: unknown };
  return typeof pid === 'number' ? pid : null;
}

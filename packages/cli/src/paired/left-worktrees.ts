import { dirname, join } from 'node:path';
import type { World } from '../ports/world.js';

const ownerFile = 'owner.json';

/** Notes which process a folder of worktrees belongs to, so that a later run can tell that it was left by one that died. */
export async function writeOwner(world: World, parent: string): Promise<void> {
  await world.files.writeAtomically(join(parent, ownerFile), JSON.stringify({ pid: world.processId }));
}

/** Removes worktrees of paired runs that were killed before they could tidy up. A run that is alive keeps its own. */
export async function removeLeftWorktrees(world: World, top: string): Promise<void> {
  for (const path of await world.git.worktrees(top)) {
    const parent = dirname(path);
    if (!/[/\\]benchline-paired-[^/\\]+$/.test(parent) || (await isOwned(world, parent))) continue;
    await world.git.removeWorktree(top, path).catch(() => undefined);
    await world.files.remove(parent);
  }
}

async function isOwned(world: World, parent: string): Promise<boolean> {
  const file = join(parent, ownerFile);
  if (!(await world.files.exists(file))) return false;
  const { pid } = JSON.parse(await world.files.readText(file, 1024)) as { pid: number };
  return world.isAlive(pid);
}

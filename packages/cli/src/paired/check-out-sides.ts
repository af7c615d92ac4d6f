import { join } from 'node:path';
import type { Side } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { removeLeftWorktrees, writeOwner } from './left-worktrees.js';
import type { PairedCommits } from './paired-commits.js';
import { sideFolderName, type SideFolder } from './side.js';

/** The sides' folders; `remove` takes them and their worktree entries away, also when some of it fails. */
export interface CheckedOutSides {
  sides: { base: SideFolder; head: SideFolder; control: SideFolder | null };
  remove(): Promise<void>;
}

/** Checks out base, head and, if `control` says so, a second base into sibling worktrees under one temporary folder. */
export async function checkOutSides(world: World, commits: PairedCommits, control: boolean): Promise<CheckedOutSides> {
  await removeLeftWorktrees(world, commits.top);
  const parent = await world.files.realPath(await world.files.makeTemporaryFolder('benchline-paired-'));
  const checkedOut: SideFolder[] = [];
  const remove = async (): Promise<void> => {
    for (const { root } of checkedOut) await world.git.removeWorktree(commits.top, root).catch(() => undefined);
    await world.files.remove(parent);
  };
  const checkOut = async (side: Side, sha: string): Promise<SideFolder> => {
    const folder = { side, root: join(parent, sideFolderName[side]), sha };
    checkedOut.push(folder);
    await world.git.addWorktree(commits.top, folder.root, sha);
    return folder;
  };
  try {
    await writeOwner(world, parent);
    const base = await checkOut('base', commits.base);
    const head = await checkOut('head', commits.head);
    return { sides: { base, head, control: control ? await checkOut('control', commits.base) : null }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

import type { World } from '../ports/world.js';

/** The branch promotion demands, as people call it, and whether a commit is on it; null where that cannot be told. */
export interface BranchAnswer {
  name: string | null;
  holdsCommit: boolean | null;
}

/** Whether the default branch contains a commit. The remote's branch counts where there is one: what is not pushed is not reviewed. */
export async function askDefaultBranch(world: World, folder: string, { configured, sha }: { configured: string | null; sha: string | null }): Promise<BranchAnswer> {
  if ((await world.git.top(folder)) === null) return { name: configured, holdsCommit: null };
  const ref = configured === null ? await world.git.defaultBranch(folder) : await firstKnown(world, folder, [`origin/${configured}`, configured]);
  const name = configured ?? ref?.replace(/^(refs\/remotes\/)?origin\//, '') ?? null;
  if (ref === null || sha === null || (await world.git.resolve(folder, sha)) === null) return { name, holdsCommit: null };
  return { name, holdsCommit: await world.git.isAncestor(folder, sha, ref) };
}

async function firstKnown(world: World, folder: string, refs: readonly string[]): Promise<string | null> {
  for (const ref of refs) if ((await world.git.resolve(folder, ref)) !== null) return ref;
  return null;
}

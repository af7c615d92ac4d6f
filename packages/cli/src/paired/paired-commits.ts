import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { baseRef } from './base-ref.js';

/** Which commits are measured against each other. */
export interface PairedCommits {
  /** The repository's top folder. */
  top: string;
  base: string;
  head: string;
  /** Whether head holds uncommitted changes. */
  dirty: boolean;
}

/**
 * Resolves `--against REF` to the merge base of REF and the checked-out commit. Uncommitted changes are part of head, as a
 * commit object that no branch names; the user's tree is not touched.
 * Errors (BNL022): outside a repository, no such ref, shallow clone without a common commit, submodules.
 */
export async function resolvePairedCommits(world: World, folder: string, ref: string): Promise<PairedCommits> {
  const top = await world.git.top(folder);
  if (top === null) throw userError('BNL022', { problem: `${folder} is not in a git repository`, fix: 'Paired mode needs the history of the code: run it inside a clone.' });
  const checkedOut = await world.git.resolve(top, 'HEAD');
  if (checkedOut === null) throw userError('BNL022', { problem: 'The repository has no commit yet', fix: 'Commit first.' });
  await refuseSubmodules(world, top);
  const base = await mergeBaseWith(world, { top, ref: await baseRef(world, top, ref), checkedOut });
  const uncommitted = await world.git.workingTreeCommit(top);
  return { top, base, head: uncommitted ?? checkedOut, dirty: uncommitted !== null };
}

async function refuseSubmodules(world: World, top: string): Promise<void> {
  if (!(await world.git.hasSubmodules(top))) return;
  throw userError('BNL022', { problem: 'The repository has submodules, which a git worktree does not check out', fix: 'Compare with a stored baseline: benchline compare.' });
}

async function mergeBaseWith(world: World, { top, ref, checkedOut }: { top: string; ref: string; checkedOut: string }): Promise<string> {
  const shallow = await world.git.isShallow(top);
  const deepen = 'Fetch the history: git fetch --unshallow, or fetch-depth: 0 in the checkout step.';
  const target = await world.git.resolve(top, ref);
  if (target === null) throw userError('BNL022', { problem: `There is no commit ${ref}`, fix: shallow ? deepen : `Check its name; git fetch origin, if it is a remote branch.` });
  const base = await world.git.mergeBase(top, target, checkedOut);
  if (base !== null) return base;
  throw userError('BNL022', { problem: `${ref} and the checked-out commit have no commit in common${shallow ? ' in this shallow clone' : ''}`, fix: shallow ? deepen : 'Choose a ref of the same history.' });
}

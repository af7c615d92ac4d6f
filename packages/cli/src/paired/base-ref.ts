import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/**
 * What `auto` stands for: the base that Nx was told (NX_BASE), the pull request's target branch on GitHub or GitLab, else the default branch. Any other ref stands for itself.
 */
export async function baseRef(world: World, top: string, written: string): Promise<string> {
  if (written !== 'auto') return written;
  const { NX_BASE, GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA } = world.env;
  const ref = NX_BASE || (GITHUB_BASE_REF ? `origin/${GITHUB_BASE_REF}` : '') || CI_MERGE_REQUEST_DIFF_BASE_SHA || (await world.git.defaultBranch(top));
  if (ref) return ref;
  throw userError('BNL022', { problem: 'No default branch can be told', fix: 'Name the ref to compare with: --against origin/main.' });
}

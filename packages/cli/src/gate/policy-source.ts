import { createFinding, type Commit, type Finding, type GatePolicy } from '@benchline/core/model';
import { withoutLimits } from '../config/environment-overrides.js';
import { isCi } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { UserError, userError } from '../user-error.js';
import { worldAt } from './commit-files.js';
import { readCiEvent, type CiEvent, type GateEvent } from './gate-event.js';

export interface PolicyQuestion {
  root: string;
  commit: Commit;
  /** `--policy-ref`: a ref, or auto. */
  policyRef?: string | undefined;
  /** `--on`. */
  on?: string | undefined;
}

/** Where the policy is read. */
export interface PolicySource {
  /** As the artefact says it. */
  policy: Omit<GatePolicy, 'accepted'>;
  /** The world whose files are the policy's; the very world that was given where it is the working tree. */
  world: World;
  findings: Finding[];
}

const deepen = 'Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in the checkout step), or name a commit that is there: --policy-ref origin/main.';

/**
 * Where configs, accepted regressions and exit codes come from: the commit that `policyRef` names; `auto`: the merge base with the pull request's target or the default branch.
 * Not told: auto in CI on a pull request, where a merge base that cannot be found is an error (BNL022), since the pull request's tree is no policy for itself; auto in CI on another branch
 * than the default one, where it falls back to the tree and says so (BNL054); else the working tree.
 */
export async function findPolicySource(world: World, question: PolicyQuestion): Promise<PolicySource> {
  const { root, policyRef } = question;
  const event = readCiEvent(world.env);
  const on = eventOf(question, event.on ?? (await branchEvent(world, question)));
  // What the service calls a pull request is one whatever --on says, and not every service sets CI.
  const isPullRequest = event.on === 'pull-request';
  if (policyRef === undefined && !isPullRequest && (!isCi(world.env) || on === 'default-branch')) return treeOf(world, on);
  if (policyRef !== undefined && policyRef !== 'auto') return atCommit(world, root, { source: 'ref', ref: policyRef, sha: await commitOf(world, root, policyRef), on });
  try {
    const { ref, sha } = await mergeBaseOf(world, root, event);
    return await atCommit(world, root, { source: 'merge-base', ref, sha, on });
  } catch (cause) {
    if (policyRef !== undefined || isPullRequest || !(cause instanceof UserError)) throw cause;
    return { ...treeOf(world, on), findings: [createFinding('BNL054', { because: lowered(cause.findings[0]?.what ?? 'its commit cannot be read') })] };
  }
}

function eventOf({ on }: PolicyQuestion, told: GateEvent): GateEvent {
  if (on === undefined) return told;
  if (on === 'pull-request' || on === 'default-branch') return on;
  throw userError('BNL016', { problem: `--on ${on} is neither pull-request nor default-branch`, fix: 'Leave it out in CI: the service says which it is.' });
}

/** In CI the default branch is the default branch; anywhere else it is a change that somebody works on. */
async function branchEvent({ git, env }: World, { root, commit }: PolicyQuestion): Promise<GateEvent> {
  if (!isCi(env) || commit.branch === null) return 'pull-request';
  const branch = env['BENCHLINE_DEFAULT_BRANCH'] || (await git.defaultBranch(root));
  return branch?.replace(/^origin\//, '') === commit.branch ? 'default-branch' : 'pull-request';
}

function treeOf(world: World, on: GateEvent): PolicySource {
  return { policy: { source: 'working-tree', ref: null, sha: null, on }, world, findings: [] };
}

async function atCommit(world: World, root: string, policy: PolicySource['policy'] & { sha: string }): Promise<PolicySource> {
  const reviewed = await worldAt(world, { root, sha: policy.sha });
  const env = { value: withoutLimits(world.env), enumerable: true };
  return { policy, world: Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(reviewed), env }) as World, findings: [] };
}

async function commitOf({ git }: World, root: string, ref: string): Promise<string> {
  await demandRepository(git, root);
  const sha = await git.resolve(root, ref);
  if (sha === null) throw userError('BNL022', { problem: `There is no commit ${ref} to read the policy from`, fix: deepen });
  return sha;
}

async function mergeBaseOf(world: World, root: string, event: CiEvent): Promise<{ ref: string; sha: string }> {
  const { git } = world;
  await demandRepository(git, root);
  const ref = await targetRef(world, root, event);
  const head = await git.resolve(root, 'HEAD');
  const sha = head === null ? null : await git.mergeBase(root, ref, head);
  if (sha !== null) return { ref, sha };
  const shallow = (await git.isShallow(root)) ? ' in this shallow clone' : '';
  throw userError('BNL022', { problem: `The commit at which this change left ${ref} cannot be found${shallow}, and the policy is read from it`, fix: deepen });
}

async function targetRef({ git, env }: World, root: string, { target, base }: CiEvent): Promise<string> {
  const named = target ?? (env['BENCHLINE_DEFAULT_BRANCH'] || null);
  if (named === null) {
    const branch = await git.defaultBranch(root);
    if (branch !== null) return branch;
    throw userError('BNL022', { problem: 'No default branch can be told, and the policy is read from where this change left it', fix: 'Name the commit: --policy-ref origin/main.' });
  }
  for (const ref of [`origin/${named}`, named, ...(base === null ? [] : [base])]) if ((await git.resolve(root, ref)) !== null) return ref;
  throw userError('BNL022', { problem: `The branch ${named} is not in this clone, and the policy is read from where this change left it`, fix: deepen });
}

async function demandRepository(git: World['git'], root: string): Promise<void> {
  if ((await git.top(root)) !== null) return;
  throw userError('BNL022', { problem: `${root} is in no git repository, and the policy is to be read from a commit`, fix: 'Run the gate inside a clone, or leave --policy-ref out.' });
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

import { createFinding, type Finding } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { connectClient, tokenFix, tokenOf } from '../connect-forge.js';
import type { ForgeClient } from '../forge-client.js';
import { ForgeFailure } from '../forge-failure.js';
import type { Environment, KnownPlace } from '../forge-place.js';
import { gitHubApi, gitHubRepository } from '../github/github-place.js';
import { countAt, textAt, toSha, valueAt } from '../payload.js';
import { readEvent } from '../read-event.js';
import { readPages } from '../read-pages.js';

/** The run whose end started this one, as GitHub's event says; nothing of it comes from an artefact. */
export interface Origin {
  headOwner: string;
  headRepository: string;
  headBranch: string;
  head: string;
  place: KnownPlace;
}

/** What the event `workflow_run` says of the run that measured. An event of another kind, or of another repository, is BNL016. Pure. */
export function readOrigin(env: Environment, event: unknown): Origin {
  const repository = gitHubRepository(env);
  const run = valueAt(event, 'workflow_run');
  const [headOwner, headRepository, headBranch] = [textAt(run, 'head_repository', 'owner', 'login'), textAt(run, 'head_repository', 'full_name'), textAt(run, 'head_branch')];
  const head = toSha(valueAt(run, 'head_sha'));
  const [number, attempt, id] = [countAt(run, 'run_number'), countAt(run, 'run_attempt'), countAt(run, 'id')];
  if (env['GITHUB_EVENT_NAME'] !== 'workflow_run' || repository === null || run === undefined) throw notOurs('this run was not started by the event workflow_run');
  if (!isSame(textAt(event, 'repository', 'full_name'), repository)) throw notOurs('the event is of another repository');
  if (textAt(run, 'event') !== 'pull_request') throw notOurs('the run before it was not for a pull request');
  if (headOwner === null || headRepository === null || headBranch === null || head === null || number === null || attempt === null || id === null) throw notOurs('the event does not say what was measured');
  const scope = [env['GITHUB_WORKFLOW'], env['GITHUB_JOB']].filter((part) => part !== undefined && part !== '').join('/');
  const place: KnownPlace = { kind: 'github', api: gitHubApi(env), repository, pullRequest: null, head, isFork: !isSame(headRepository, repository), scope, run: { number, attempt }, runId: String(id), runUrl: textAt(run, 'html_url') };
  return { headOwner, headRepository, headBranch, head, place };
}

/** Where the comment belongs: the one open pull request whose head is what was measured. Otherwise a warning says why there is none. */
export async function findOrigin(world: World): Promise<{ place: KnownPlace } | { finding: Finding }> {
  const origin = readOrigin(world.env, await readEvent(world));
  const token = tokenOf(world.env, 'github');
  if (token === null) throw userError('BNL004', { forge: 'GitHub', problem: 'no token is set', fix: tokenFix.github });
  try {
    const numbers = await matchingPulls(connectClient(world, origin.place, token), origin);
    const [number] = numbers;
    if (number !== undefined && numbers.length === 1) return { place: { ...origin.place, pullRequest: number } };
    return { finding: createFinding('BNL058', { forge: 'GitHub', what: 'comment', because: numbers.length === 0 ? 'no open pull request has the head that was measured' : `${numbers.length} open pull requests have the head that was measured`, fix: numbers.length === 0 ? 'If it was pushed to since, the run of the newer commit comments.' : 'Close all but one of them.' }) };
  } catch (cause) {
    if (!(cause instanceof ForgeFailure)) throw cause;
    if (cause.kind === 'uncertain') throw userError('BNL059', { forge: 'GitHub', problem: cause.message });
    if (cause.kind === 'credentials') throw userError('BNL004', { forge: 'GitHub', problem: cause.message, fix: tokenFix.github });
    return { finding: createFinding('BNL058', { forge: 'GitHub', what: 'comment', because: cause.message, fix: cause.kind === 'busy' ? 'Run the job again later.' : tokenFix.github }) };
  }
}

/** Head owner, head repository, branch, commit and base repository must all agree: a branch's name alone can be anybody's. */
async function matchingPulls(client: ForgeClient, { headOwner, headRepository, headBranch, head, place }: Origin): Promise<number[]> {
  const pulls = await readPages(client, `/repos/${place.repository}/pulls`, { head: `${headOwner}:${headBranch}`, state: 'open' });
  return pulls.flatMap((pull) => {
    const agrees = isSame(textAt(pull, 'head', 'repo', 'full_name'), headRepository) && isSame(textAt(pull, 'head', 'user', 'login'), headOwner) && isSame(textAt(pull, 'base', 'repo', 'full_name'), place.repository);
    const isHead = textAt(pull, 'head', 'ref') === headBranch && valueAt(pull, 'head', 'sha') === head;
    return agrees && isHead ? (countAt(pull, 'number') ?? []) : [];
  });
}

/** Names on GitHub do not differ by case. */
function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

function notOurs(problem: string): Error {
  return userError('BNL016', { problem: `--from-workflow-run cannot be used here: ${problem}`, fix: 'It belongs in a workflow that runs on workflow_run of the workflow that measures; benchline workflow --fork-comments writes both.' });
}

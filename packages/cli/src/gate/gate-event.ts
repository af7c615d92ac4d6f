import type { World } from '../ports/world.js';

/** What the gate judges for: a change that somebody proposes, or what stands on the default branch. */
export type GateEvent = 'pull-request' | 'default-branch';

/** What the CI service says about the run. */
export interface CiEvent {
  /** null: it does not say. */
  on: GateEvent | null;
  /** The branch that a pull request wants to change; null: not told. */
  target: string | null;
  /** Where the change left that branch, as the service says: GitLab fetches the source branch alone. null: not told. */
  base: string | null;
}

type Environment = World['env'];

/** Services that say so by a variable: set, it is a pull request; `target` names the branch. */
const services: readonly { isPullRequest(env: Environment): boolean; target(env: Environment): string | undefined }[] = [
  { isPullRequest: (env) => isSet(env['GITHUB_BASE_REF']) || /^(pull_request|pull_request_target|merge_group)$/.test(env['GITHUB_EVENT_NAME'] ?? ''), target: (env) => env['GITHUB_BASE_REF'] },
  { isPullRequest: (env) => isSet(env['CI_MERGE_REQUEST_IID']), target: (env) => env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] },
  { isPullRequest: (env) => isSet(env['BUILDKITE_PULL_REQUEST']) && env['BUILDKITE_PULL_REQUEST'] !== 'false', target: (env) => env['BUILDKITE_PULL_REQUEST_BASE_BRANCH'] },
  { isPullRequest: (env) => isSet(env['CHANGE_TARGET']), target: (env) => env['CHANGE_TARGET'] },
  { isPullRequest: (env) => isSet(env['SYSTEM_PULLREQUEST_TARGETBRANCH']), target: (env) => env['SYSTEM_PULLREQUEST_TARGETBRANCH']?.replace(/^refs\/heads\//, '') },
  { isPullRequest: (env) => isSet(env['BITBUCKET_PR_ID']), target: (env) => env['BITBUCKET_PR_DESTINATION_BRANCH'] },
  { isPullRequest: (env) => isSet(env['CIRCLE_PULL_REQUEST']), target: () => undefined },
];

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

/** Whether the CI service runs this for a pull request (GitHub, GitLab, Buildkite, Jenkins, Azure, Bitbucket, CircleCI), and of which branch. A merge queue counts as one. */
export function readCiEvent(env: Environment): CiEvent {
  const service = services.find(({ isPullRequest }) => isPullRequest(env));
  return { on: service === undefined ? null : 'pull-request', target: service?.target(env) || null, base: (service !== undefined && env['CI_MERGE_REQUEST_DIFF_BASE_SHA']) || null };
}

import { gitHubPlace } from './github/github-place.js';
import { gitLabPlace } from './gitlab/gitlab-place.js';
import type { RunOrder } from './marker.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the run stands: which forge, which change, which commit. */
export type ForgePlace = KnownPlace | { kind: 'none'; because: string };

export interface KnownPlace {
  kind: 'github' | 'gitlab';
  /** Address of the API, without a slash at its end. */
  api: string;
  /** GitHub: owner/repository. GitLab: the project's id. */
  repository: string;
  /** Number of the pull or merge request; null: the run is for none. */
  pullRequest: number | null;
  /** Commit that was asked about: a pull request's head, not the merge that is checked out. */
  head: string | null;
  /** Whether the change comes from another repository, whose runs have no rights here. */
  isFork: boolean;
  scope: string;
  run: RunOrder;
  runId: string;
  runUrl: string | null;
}

/** Which forge and which change, from the variables that CI systems set and GitHub's event payload (parsed JSON; null: there is none). Pure. */
export function findForge(env: Environment, event: unknown): ForgePlace {
  if (isSet(env['FORGEJO_ACTIONS']) || isSet(env['GITEA_ACTIONS'])) return { kind: 'none', because: 'Forgejo and Gitea imitate GitHub Actions, but not its API' };
  if (isSet(env['GITHUB_ACTIONS'])) return gitHubPlace(env, event);
  if (isSet(env['GITLAB_CI'])) return gitLabPlace(env);
  return { kind: 'none', because: 'this is no run of GitHub Actions or GitLab CI' };
}

function isSet(value: string | undefined): boolean {
  return !['', '0', 'false', undefined].includes(value);
}

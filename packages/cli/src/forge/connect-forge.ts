import type { Forge } from '../ports/forge.js';
import type { World } from '../ports/world.js';
import { packageVersion } from '../package-version.js';
import { createForgeClient, type ForgeClient } from './forge-client.js';
import type { Environment, KnownPlace } from './forge-place.js';
import { createGitHub } from './github/create-github.js';
import { createGitLab } from './gitlab/create-gitlab.js';

const tokens = { github: ['GITHUB_TOKEN', 'GH_TOKEN'], gitlab: ['GITLAB_TOKEN'] } as const;

/** As people call it. */
export const forgeNames = { github: 'GitHub', gitlab: 'GitLab' } as const;

/** The token, from the environment alone; null where none is set. */
export function tokenOf(env: Environment, kind: KnownPlace['kind']): string | null {
  const token = tokens[kind].map((name) => env[name]?.trim() ?? '').find((value) => value !== '');
  return token ?? null;
}

/** What to do about a token that is missing or wrong. */
export const tokenFix = {
  github: 'Pass GITHUB_TOKEN: ${{ github.token }} in the step\'s env; its job needs the permission pull-requests: write, and checks: write for --check-run.',
  gitlab: 'Set GITLAB_TOKEN to a project access token with the scope api and the role Reporter or above (a job token cannot write notes).',
} as const;

/** A client of the place's API that writes as the token's owner. */
export function connectClient(world: Pick<World, 'http' | 'clock' | 'signal'>, place: KnownPlace, token: string): ForgeClient {
  const { http, clock, signal } = world;
  const own = place.kind === 'github' ? { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', authorization: `Bearer ${token}` } : { accept: 'application/json', 'private-token': token };
  return createForgeClient({ http, clock, signal, api: place.api, headers: { ...own, 'user-agent': `benchline/${packageVersion}` }, secrets: [token] });
}

/** The forge of a place. */
export function connectForge(client: ForgeClient, { kind, api, repository, pullRequest }: KnownPlace): Forge {
  return kind === 'github' ? createGitHub({ client, api, repository, pullRequest }) : createGitLab({ client, project: repository, mergeRequest: pullRequest });
}

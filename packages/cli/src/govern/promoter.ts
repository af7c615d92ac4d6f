import type { World } from '../ports/world.js';

const actorVariables = ['GITHUB_ACTOR', 'GITLAB_USER_LOGIN', 'BUILDKITE_BUILD_CREATOR', 'CIRCLE_USERNAME', 'BUILD_USER_ID'] as const;

/** Who promotes: the actor that CI names, else the name that git signs commits with. */
export async function promoterName(world: World, folder: string): Promise<string> {
  const actor = actorVariables.map((name) => world.env[name]).find((value) => value !== undefined && value !== '');
  return actor ?? (await world.git.userName(folder)) ?? 'unknown';
}

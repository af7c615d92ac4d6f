import type { Ci } from '@benchline/core/model';

type Environment = Readonly<Record<string, string | undefined>>;

interface Provider {
  name: string;
  /** The variable that tells it. */
  sign: string;
  run: (env: Environment) => string | undefined;
  url: (env: Environment) => string | undefined;
}

const variable = (name: string) => (env: Environment): string | undefined => env[name];
const joined = (...parts: (string | undefined)[]): string | undefined => (parts.includes(undefined) ? undefined : parts.join(''));

/** The first whose sign is set counts: forges that imitate GitHub Actions stand before it, and the general sign last. */
const providers: readonly Provider[] = [
  { name: 'forgejo-actions', sign: 'FORGEJO_ACTIONS', run: variable('GITHUB_RUN_ID'), url: gitHubUrl },
  { name: 'gitea-actions', sign: 'GITEA_ACTIONS', run: variable('GITHUB_RUN_ID'), url: gitHubUrl },
  { name: 'github-actions', sign: 'GITHUB_ACTIONS', run: variable('GITHUB_RUN_ID'), url: gitHubUrl },
  { name: 'gitlab', sign: 'GITLAB_CI', run: variable('CI_JOB_ID'), url: variable('CI_JOB_URL') },
  { name: 'circleci', sign: 'CIRCLECI', run: variable('CIRCLE_BUILD_NUM'), url: variable('CIRCLE_BUILD_URL') },
  { name: 'buildkite', sign: 'BUILDKITE', run: variable('BUILDKITE_BUILD_ID'), url: variable('BUILDKITE_BUILD_URL') },
  { name: 'azure-pipelines', sign: 'TF_BUILD', run: variable('BUILD_BUILDID'), url: azureUrl },
  { name: 'bitbucket', sign: 'BITBUCKET_BUILD_NUMBER', run: variable('BITBUCKET_BUILD_NUMBER'), url: bitbucketUrl },
  { name: 'teamcity', sign: 'TEAMCITY_VERSION', run: variable('BUILD_NUMBER'), url: variable('BUILD_URL') },
  { name: 'travis', sign: 'TRAVIS', run: variable('TRAVIS_BUILD_ID'), url: variable('TRAVIS_BUILD_WEB_URL') },
  { name: 'drone', sign: 'DRONE', run: variable('DRONE_BUILD_NUMBER'), url: variable('DRONE_BUILD_LINK') },
  { name: 'appveyor', sign: 'APPVEYOR', run: variable('APPVEYOR_BUILD_ID'), url: variable('APPVEYOR_URL') },
  { name: 'codebuild', sign: 'CODEBUILD_BUILD_ID', run: variable('CODEBUILD_BUILD_ID'), url: variable('CODEBUILD_PUBLIC_BUILD_URL') },
  { name: 'jenkins', sign: 'JENKINS_URL', run: variable('BUILD_TAG'), url: variable('BUILD_URL') },
  { name: 'unknown', sign: 'CI', run: () => undefined, url: () => undefined },
];

/** The CI system this runs in, by the variables it sets; null outside one. */
export function findCi(env: Environment): Ci {
  const provider = providers.find(({ sign }) => ![undefined, '', '0', 'false'].includes(env[sign]));
  return provider === undefined ? null : { provider: provider.name, run: provider.run(env) ?? null, url: provider.url(env) ?? null };
}

function gitHubUrl(env: Environment): string | undefined {
  return joined(env['GITHUB_SERVER_URL'], '/', env['GITHUB_REPOSITORY'], '/actions/runs/', env['GITHUB_RUN_ID']);
}

function azureUrl(env: Environment): string | undefined {
  return joined(env['SYSTEM_TEAMFOUNDATIONCOLLECTIONURI'], env['SYSTEM_TEAMPROJECT'], '/_build/results?buildId=', env['BUILD_BUILDID']);
}

function bitbucketUrl(env: Environment): string | undefined {
  return joined(env['BITBUCKET_GIT_HTTP_ORIGIN'], '/pipelines/results/', env['BITBUCKET_BUILD_NUMBER']);
}

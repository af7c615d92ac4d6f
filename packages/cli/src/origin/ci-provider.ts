import type { Ci } from '@benchline/core/model';

type Environment = Readonly<Record<string, string | undefined>>;

interface Provider {
  name: string;
  /** The variable that tells it. */
  sign: string;
  /** Names one job on one machine: jobs of one run may stand on different ones, and a run that is started again keeps its number. */
  run: (env: Environment) => string | undefined;
  url: (env: Environment) => string | undefined;
  /** Names what all jobs of one run share, however often it is started; absent: nothing tells it. */
  pipeline?: string;
}

const variable = (name: string) => (env: Environment): string | undefined => env[name];
const joined = (...parts: (string | undefined)[]): string | undefined => (parts.includes(undefined) ? undefined : parts.join(''));

/** The run, and what tells its jobs apart as far as it is set. */
const job = (run: string, ...parts: readonly string[]) => (env: Environment): string | undefined =>
  env[run] === undefined ? undefined : [run, ...parts].flatMap((name) => env[name] ?? []).join('/').slice(0, 256);
const gitHubJob = job('GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME');

/** The first whose sign is set counts: forges that imitate GitHub Actions stand before it, and the general sign last. */
const providers: readonly Provider[] = [
  { name: 'forgejo-actions', sign: 'FORGEJO_ACTIONS', run: gitHubJob, url: gitHubUrl, pipeline: 'GITHUB_RUN_ID' },
  { name: 'gitea-actions', sign: 'GITEA_ACTIONS', run: gitHubJob, url: gitHubUrl, pipeline: 'GITHUB_RUN_ID' },
  { name: 'github-actions', sign: 'GITHUB_ACTIONS', run: gitHubJob, url: gitHubUrl, pipeline: 'GITHUB_RUN_ID' },
  { name: 'gitlab', sign: 'GITLAB_CI', run: variable('CI_JOB_ID'), url: variable('CI_JOB_URL'), pipeline: 'CI_PIPELINE_ID' },
  { name: 'circleci', sign: 'CIRCLECI', run: variable('CIRCLE_BUILD_NUM'), url: variable('CIRCLE_BUILD_URL'), pipeline: 'CIRCLE_WORKFLOW_ID' },
  { name: 'buildkite', sign: 'BUILDKITE', run: job('BUILDKITE_BUILD_ID', 'BUILDKITE_JOB_ID'), url: variable('BUILDKITE_BUILD_URL'), pipeline: 'BUILDKITE_BUILD_ID' },
  { name: 'azure-pipelines', sign: 'TF_BUILD', run: job('BUILD_BUILDID', 'SYSTEM_JOBID'), url: azureUrl, pipeline: 'BUILD_BUILDID' },
  { name: 'bitbucket', sign: 'BITBUCKET_BUILD_NUMBER', run: job('BITBUCKET_BUILD_NUMBER', 'BITBUCKET_STEP_UUID'), url: bitbucketUrl, pipeline: 'BITBUCKET_BUILD_NUMBER' },
  { name: 'teamcity', sign: 'TEAMCITY_VERSION', run: variable('BUILD_NUMBER'), url: variable('BUILD_URL') },
  { name: 'travis', sign: 'TRAVIS', run: job('TRAVIS_BUILD_ID', 'TRAVIS_JOB_ID'), url: variable('TRAVIS_BUILD_WEB_URL'), pipeline: 'TRAVIS_BUILD_ID' },
  { name: 'drone', sign: 'DRONE', run: job('DRONE_BUILD_NUMBER', 'DRONE_STAGE_NUMBER'), url: variable('DRONE_BUILD_LINK'), pipeline: 'DRONE_BUILD_NUMBER' },
  { name: 'appveyor', sign: 'APPVEYOR', run: job('APPVEYOR_BUILD_ID', 'APPVEYOR_JOB_ID'), url: variable('APPVEYOR_URL'), pipeline: 'APPVEYOR_BUILD_ID' },
  { name: 'codebuild', sign: 'CODEBUILD_BUILD_ID', run: variable('CODEBUILD_BUILD_ID'), url: variable('CODEBUILD_PUBLIC_BUILD_URL') },
  { name: 'jenkins', sign: 'JENKINS_URL', run: job('BUILD_TAG', 'NODE_NAME'), url: variable('BUILD_URL'), pipeline: 'BUILD_TAG' },
  { name: 'unknown', sign: 'CI', run: () => undefined, url: () => undefined },
];

/** The CI system this runs in, by the variables it sets; null outside one. */
export function findCi(env: Environment): Ci {
  const provider = providers.find(({ sign }) => ![undefined, '', '0', 'false'].includes(env[sign]));
  if (provider === undefined) return null;
  const pipeline = provider.pipeline === undefined ? undefined : env[provider.pipeline]?.slice(0, 256);
  return { provider: provider.name, run: provider.run(env) ?? null, url: provider.url(env) ?? null, ...(pipeline === undefined ? {} : { pipeline }) };
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

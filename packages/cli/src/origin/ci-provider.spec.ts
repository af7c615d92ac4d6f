import { findCi } from './ci-provider.js';

const gitHub = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '42' };

test.each([
  [gitHub, { provider: 'github-actions', run: '42', url: 'https://github.com/o/r/actions/runs/42' }],
  [{ ...gitHub, GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'bench', RUNNER_NAME: 'GitHub Actions 7' }, { provider: 'github-actions', run: '42/2/bench/GitHub Actions 7', url: 'https://github.com/o/r/actions/runs/42' }],
  [{ ...gitHub, GITEA_ACTIONS: 'true' }, { provider: 'gitea-actions', run: '42', url: 'https://github.com/o/r/actions/runs/42' }],
  [{ GITLAB_CI: 'true', CI: 'true', CI_JOB_ID: '7', CI_JOB_URL: 'https://gitlab/j/7' }, { provider: 'gitlab', run: '7', url: 'https://gitlab/j/7' }],
  [{ CIRCLECI: 'true', CIRCLE_BUILD_NUM: '3', CIRCLE_BUILD_URL: 'https://circle/3' }, { provider: 'circleci', run: '3', url: 'https://circle/3' }],
  [{ BUILDKITE: 'true', BUILDKITE_BUILD_ID: 'b', BUILDKITE_JOB_ID: 'j', BUILDKITE_BUILD_URL: 'https://bk/b' }, { provider: 'buildkite', run: 'b/j', url: 'https://bk/b' }],
  [{ JENKINS_URL: 'https://j/', BUILD_TAG: 'jenkins-x-1', BUILD_URL: 'https://j/x/1' }, { provider: 'jenkins', run: 'jenkins-x-1', url: 'https://j/x/1' }],
  [{ TF_BUILD: 'True', BUILD_BUILDID: '9', SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/o/', SYSTEM_TEAMPROJECT: 'p' }, { provider: 'azure-pipelines', run: '9', url: 'https://dev.azure.com/o/p/_build/results?buildId=9' }],
  [{ GITHUB_ACTIONS: 'true' }, { provider: 'github-actions', run: null, url: null }],
  [{ CI: '1' }, { provider: 'unknown', run: null, url: null }],
  [{ CI: 'false' }, null],
  [{}, null],
])('%j', (env, ci) => {
  const found = findCi(env);
  const { pipeline: _pipeline, ...rest } = found ?? {};
  expect(found === null ? null : rest).toEqual(ci);
});

test.each([
  [{ ...gitHub, GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'bench' }, '42'],
  [{ GITLAB_CI: 'true', CI_JOB_ID: '7', CI_PIPELINE_ID: '3' }, '3'],
  [{ BUILDKITE: 'true', BUILDKITE_BUILD_ID: 'b', BUILDKITE_JOB_ID: 'j' }, 'b'],
  [{ GITLAB_CI: 'true', CI_JOB_ID: '7' }, undefined],
  [{ TEAMCITY_VERSION: '1', BUILD_NUMBER: '7' }, undefined],
])('what all jobs of a run share: %j', (env, pipeline) => {
  expect(findCi(env)?.pipeline).toBe(pipeline);
});

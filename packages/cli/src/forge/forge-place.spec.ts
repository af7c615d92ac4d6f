import { findForge, type Environment } from './forge-place.js';

const head = 'c'.repeat(40);
const gitHub = {
  GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'd'.repeat(40), GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '9454698428', GITHUB_RUN_NUMBER: '12', GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'bench', GITHUB_JOB: 'gate', GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://api.github.com',
};
const gitLab = {
  GITLAB_CI: 'true', CI_API_V4_URL: 'https://gitlab.example/api/v4', CI_PROJECT_ID: '42', CI_COMMIT_SHA: 'e'.repeat(40), CI_PIPELINE_ID: '900', CI_PIPELINE_IID: '31', CI_JOB_ID: '7001',
  CI_JOB_NAME: 'gate', CI_JOB_URL: 'https://gitlab.example/g/p/-/jobs/7001',
};
const pull = (repository: string | null = 'o/r') => ({ pull_request: { number: 7, head: { sha: head, repo: repository === null ? null : { full_name: repository } } } });

test.each<[string, Environment, unknown, object]>([
  ['a pull request', gitHub, pull(), { kind: 'github', api: 'https://api.github.com', repository: 'o/r', pullRequest: 7, head, isFork: false, scope: 'bench/gate', run: { number: 12, attempt: 2 }, runId: '9454698428', runUrl: 'https://github.com/o/r/actions/runs/9454698428' }],
  ['the same repository in other letters', gitHub, pull('O/R'), { isFork: false }],
  ['a fork\'s', gitHub, pull('mallory/r'), { pullRequest: 7, isFork: true }],
  ['that of a fork that is gone', gitHub, pull(null), { pullRequest: 7, isFork: true }],
  ['one without an event, by its ref', { ...gitHub, GITHUB_REF: 'refs/pull/9/merge' }, null, { pullRequest: 9, head: 'd'.repeat(40) }],
  ['a push', gitHub, { ref: 'refs/heads/main' }, { pullRequest: null, head: 'd'.repeat(40), isFork: false }],
  ['a push whose payload is nonsense', gitHub, [1, 'x', { pull_request: 'x' }], { pullRequest: null }],
  ['a pull request with nonsense for a number', gitHub, { pull_request: { number: '7; rm', head: { sha: '../..' } } }, { pullRequest: null, head: 'd'.repeat(40) }],
  ['Enterprise Server', { ...gitHub, GITHUB_API_URL: 'https://ghe.example/api/v3/' }, pull(), { api: 'https://ghe.example/api/v3' }],
  ['GitHub without an address', { ...gitHub, GITHUB_API_URL: '' }, pull(), { api: 'https://api.github.com' }],
  ['a merge request', { ...gitLab, CI_MERGE_REQUEST_IID: '5', CI_MERGE_REQUEST_PROJECT_ID: '42', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '42' }, null, { kind: 'gitlab', api: 'https://gitlab.example/api/v4', repository: '42', pullRequest: 5, head: 'e'.repeat(40), isFork: false, scope: 'gate', run: { number: 31, attempt: 7001 } }],
  ['a fork\'s merge request', { ...gitLab, CI_MERGE_REQUEST_IID: '5', CI_MERGE_REQUEST_PROJECT_ID: '42', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '43', CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head }, null, { isFork: true, head }],
  ['a branch\'s pipeline', gitLab, null, { pullRequest: null }],
  ['no CI', {}, null, { kind: 'none', because: 'this is no run of GitHub Actions or GitLab CI' }],
  ['another CI', { CI: 'true', CIRCLECI: 'true' }, null, { kind: 'none' }],
  ['Forgejo, which imitates GitHub', { ...gitHub, FORGEJO_ACTIONS: 'true' }, pull(), { kind: 'none', because: expect.stringContaining('Forgejo') }],
  ['GitHub without a repository', { ...gitHub, GITHUB_REPOSITORY: 'o/r/../../x' }, pull(), { kind: 'none' }],
])('%s', (_name, env, event, place) => expect(findForge(env, event)).toMatchObject(place));

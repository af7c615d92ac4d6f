import { judgeGate } from '@benchline/core/judge';
import { renderCanonicalJson } from '../../artefacts/canonical-json.js';
import { nodeHttp } from '../../ports/node-http.js';
import { createFakeWorld } from '../../testing/fake-world.js';
import { runLine } from '../../testing/sample-project.js';
import { startGitLabSimulator, type GitLabSimulator } from '../testing/gitlab-simulator.js';

const head = 'e'.repeat(40);
const gate = judgeGate({ projects: [], findings: [], commit: { sha: head, dirty: false, branch: 'x', mergeBase: null }, advisory: false }).result;

let simulator: GitLabSimulator;
const start = async (options: Parameters<typeof startGitLabSimulator>[0] = {}) => (simulator = await startGitLabSimulator(options));
afterEach(async () => {
  await simulator.close();
  expect(simulator.problems).toEqual([]);
});

async function comment(env: Record<string, string> = {}, ...args: string[]) {
  const variables = {
    GITLAB_CI: 'true', CI_API_V4_URL: simulator.api, CI_PROJECT_ID: '42', CI_MERGE_REQUEST_PROJECT_ID: '42', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '42', CI_MERGE_REQUEST_IID: '5', CI_COMMIT_SHA: head,
    CI_PIPELINE_ID: '900', CI_PIPELINE_IID: '31', CI_JOB_ID: '7001', CI_JOB_NAME: 'gate', CI_JOB_URL: 'https://gitlab.example/g/p/-/jobs/7001', GITLAB_TOKEN: 'glpat-secret', ...env,
  };
  const world = createFakeWorld({ http: nodeHttp, env: variables, files: { '/repo/.git/HEAD': '', '/repo/.benchline/gate.json': [...renderCanonicalJson(gate)].join('') } });
  return { ...(await runLine(world, 'comment', ...args)), waited: world.clock.monotonic() };
}

test('the first pipeline writes a note, the next one updates it, an older one leaves it', async () => {
  await start();
  expect(await comment()).toMatchObject({ exitCode: 0, stdout: 'Comment created.\n' });
  expect(await comment({ CI_PIPELINE_IID: '32', CI_PIPELINE_ID: '901' })).toMatchObject({ exitCode: 0, stdout: 'Comment updated.\n' });
  expect(await comment()).toMatchObject({ exitCode: 0, stdout: 'Comment left as it is, since a newer run wrote it.\n' });
  expect(simulator.notes).toHaveLength(1);
  expect(simulator.notes[0]!.body).toMatch(/^<!-- benchline comment v1 scope=gate run=32\.7001 id=901 head=e{40} -->\n### 🟢 Performance Report: /);
});

test('only notes of its own are touched, among 250 of others and of the system', async () => {
  await start();
  for (let index = 0; index < 250; index += 1) simulator.notes.push({ id: index + 1, author: index % 2 === 0 ? 'ada' : 'project_42_bot', body: index % 2 === 0 ? '<!-- benchline comment v1 scope=gate run=99.1 id=1 head=none -->' : 'talk', system: index % 3 === 0 });
  const before = JSON.stringify(simulator.notes);
  await comment();
  expect(JSON.stringify(simulator.notes.slice(0, 250))).toBe(before);
  expect(simulator.notes).toHaveLength(251);
});

test('a note that was stored and answered with 502 is not doubled', async () => {
  await start();
  simulator.loseNext();
  expect(await comment()).toMatchObject({ exitCode: 0 });
  expect(simulator.notes).toHaveLength(1);
});

test('a rate limit is waited for', async () => {
  await start();
  simulator.limitNext(9);
  const { exitCode, waited } = await comment();
  expect([exitCode, waited >= 9000, simulator.notes.length]).toEqual([0, true, 1]);
});

test.each<[string, { readOnly?: boolean }, Record<string, string>, number, string]>([
  ['no token', {}, { GITLAB_TOKEN: '' }, 4, 'BNL004'],
  ['a wrong token', {}, { GITLAB_TOKEN: 'glpat-wrong' }, 4, 'BNL004'],
  ['a token that may only read', { readOnly: true }, {}, 0, 'BNL058'],
  ['no token in a fork\'s pipeline', {}, { GITLAB_TOKEN: '', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '43' }, 0, 'BNL058'],
])('%s', async (_name, options, env, code, finding) => {
  await start(options);
  const { exitCode, stdout, stderr } = await comment(env);
  expect([exitCode, stdout]).toEqual([code, expect.stringContaining(finding)]);
  expect(stdout + stderr).not.toContain('glpat');
  expect(simulator.notes).toEqual([]);
});

test('a check is the pipeline\'s own', async () => {
  await start();
  expect(await comment({}, '--check-run')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('No check: GitLab has none') });
});

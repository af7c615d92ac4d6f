import { judgeGate } from '@benchline/core/judge';
import type { GateResult } from '@benchline/core/model';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { startGitHubSimulator, type GitHubSimulator, type SimulatorOptions } from '../forge/testing/github-simulator.js';
import { makeZip } from '../forge/testing/make-zip.js';
import { nodeHttp } from '../ports/node-http.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { fakeSha } from '../testing/fake-git.js';
import { runLine } from '../testing/sample-project.js';

const head = 'c'.repeat(40);
const commit = { sha: head, dirty: false, branch: 'faster', mergeBase: null };
const gate: GateResult = judgeGate({ projects: [{ project: 'core', comparison: null, slo: null, absence: 'It did not report.', raise: {}, inputs: [] }], findings: [], commit, advisory: false }).result;
const text = (value: unknown): string => [...renderCanonicalJson(value)].join('');
const token = 'ghs_secret';

let simulator: GitHubSimulator;
const start = async (options: SimulatorOptions = {}) => (simulator = await startGitHubSimulator(options));
beforeEach(() => { simulator = undefined as never; });
afterEach(async () => {
  await simulator?.close();
  expect(simulator?.problems ?? []).toEqual([]);
});

const actions = (more: Record<string, string> = {}): Record<string, string> => ({
  GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: simulator.api, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/event.json', GITHUB_RUN_ID: '9001', GITHUB_RUN_NUMBER: '1', GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW: 'bench', GITHUB_JOB: 'gate', GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: 'd'.repeat(40), GITHUB_TOKEN: token, ...more,
});
const pullRequest = (fork = false) => ({ pull_request: { number: 7, head: { sha: head, repo: { full_name: fork ? 'mallory/r' : 'o/r' } } } });

function world({ env, event = pullRequest(), files = {}, ...more }: FakeWorldOptions & { event?: unknown } = {}): FakeWorld {
  return createFakeWorld({ http: nodeHttp, env: env ?? actions(), files: { '/repo/.git/HEAD': '', '/repo/.benchline/gate.json': text(gate), '/event.json': JSON.stringify(event), ...files }, ...more });
}

describe('benchline comment', () => {
  it('posts the workspace\'s gate result with the head of the pull request and a link to the run', async () => {
    await start();
    const { exitCode, stdout } = await runLine(world(), 'comment');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Comment created: https:\/\/forge\.example\/o\/r\/pull\/7#issuecomment-\d+\n$/)]);
    expect(simulator.comments).toHaveLength(1);
    expect(simulator.comments[0]!.body).toMatch(/^<!-- benchline comment v1 scope=bench%2Fgate run=1\.1 id=9001 head=c{40} -->\n### 🔴 Performance Report: 1 project, 0 benchmarks: 1 missing \[FAIL\]\n/);
    expect(simulator.comments[0]!.body).toContain('](https://github.com/o/r/actions/runs/9001)');
  });

  it('publishes a check beside it, with annotations in pages of 50', async () => {
    await start();
    const projects = Array.from({ length: 120 }, (_unused, index) => ({ project: `p${index}`, comparison: null, slo: null, absence: 'It did not report.', raise: {}, inputs: [] }));
    const large = judgeGate({ projects, findings: [], commit, advisory: false }).result;
    expect(await runLine(world({ files: { '/repo/.benchline/gate.json': text(large) } }), 'comment', '--check-run')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Check published: https://') });
    expect(simulator.checks).toMatchObject([{ name: 'Benchline', head_sha: head, status: 'completed', conclusion: 'failure', details_url: 'https://github.com/o/r/actions/runs/9001' }]);
    expect(simulator.checks[0]!['annotations']).toHaveLength(120);
    expect(simulator.requests.filter((request) => request.startsWith('PATCH /repos/o/r/check-runs'))).toHaveLength(2);
  });

  it('a check that was stored and answered with 502 is not doubled', async () => {
    await start();
    simulator.fail('POST /repos/o/r/check-runs', { kind: 'lost' });
    expect(await runLine(world(), 'comment', '--check-run')).toMatchObject({ exitCode: 0 });
    expect(simulator.checks).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, boolean, number, string]>([
    ['no token', { GITHUB_TOKEN: '' }, false, 4, 'BNL004'],
    ['a wrong token', { GITHUB_TOKEN: 'ghs_wrong' }, false, 4, 'BNL004'],
    ['no token in a fork\'s run', { GITHUB_TOKEN: '' }, true, 0, 'BNL058'],
  ])('%s', async (_name, env, fork, code, finding) => {
    await start();
    const { exitCode, stdout, stderr } = await runLine(world({ env: actions(env), event: pullRequest(fork) }), 'comment');
    expect([exitCode, stdout]).toEqual([code, expect.stringContaining(finding)]);
    expect(stdout + stderr).not.toContain('ghs_');
    expect(simulator.comments).toEqual([]);
  });

  it('a token that may only read is a warning', async () => {
    await start({ readOnly: true });
    expect(await runLine(world({ event: pullRequest(true) }), 'comment')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/warning BNL058[^]*Resource not accessible by integration[^]*--from-workflow-run/) });
  });

  it('a forge out of reach is exit code 4', async () => {
    expect(await runLine(world({ env: { ...actionsAt('http://127.0.0.1:9') } }), 'comment')).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('BNL059') });
  });

  it('a run for no pull request says so', async () => {
    await start();
    expect(await runLine(world({ event: {} }), 'comment')).toMatchObject({ exitCode: 0, stdout: 'No comment: this run is for no pull request.\n' });
  });

  it('outside CI there is nowhere to comment; --dry-run shows the comment', async () => {
    expect(await runLine(world({ env: {} }), 'comment')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nowhere to comment') });
    expect(await runLine(world({ env: {} }), 'comment', '--dry-run')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^### 🔴 Performance Report: /) });
  });

  it('a gate result that is not one is refused', async () => {
    expect(await runLine(world({ env: {}, files: { '/repo/.benchline/gate.json': '{}' } }), 'comment', '--dry-run')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BNL003') });
  });
});

const actionsAt = (api: string): Record<string, string> => {
  simulator = { api, close: async () => undefined, problems: [] } as unknown as GitHubSimulator;
  return actions();
};

describe('benchline comment --from-workflow-run', () => {
  const workflowRun = (more: object = {}) => ({ repository: { full_name: 'o/r' }, workflow_run: { id: 800, run_number: 3, run_attempt: 1, event: 'pull_request', head_sha: head, head_branch: 'faster', head_repository: { full_name: 'mallory/r', owner: { login: 'mallory' } }, html_url: 'https://github.com/o/r/actions/runs/800', pull_requests: [], ...more } });
  const pulls = [
    { number: 11, head: { ref: 'faster', sha: head, owner: 'mallory' } },
    { number: 12, head: { ref: 'faster', sha: 'f'.repeat(40), owner: 'eve' } },
    { number: 13, head: { ref: 'other', sha: head, owner: 'mallory' } },
  ];
  const second = ({ files = {}, event = workflowRun(), name = 'workflow_run' }: { files?: Record<string, string | Uint8Array>; event?: unknown; name?: string } = {}) =>
    world({ env: actions({ GITHUB_EVENT_NAME: name }), event, files });
  const zip = (...parts: Parameters<typeof makeZip>[0]) => ({ '/repo/gate.zip': makeZip(parts) });
  const honest = { name: 'gate.json', content: text(gate) };

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    ['a zip', zip(honest), 'gate.zip'],
    ['a file', { '/repo/in/gate.json': text(gate) }, 'in/gate.json'],
  ])('comments on the pull request that the event is about, from %s, and says that it is untrusted', async (_name, files, file) => {
    await start({ pulls });
    const { exitCode, stdout } = await runLine(second({ files }), 'comment', file, '--from-workflow-run');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Comment created')]);
    expect(simulator.comments).toMatchObject([{ issue: 11 }]);
    expect(simulator.comments[0]!.body).toContain('Measured in an untrusted run');
    expect(simulator.comments[0]!.body).toContain('run=3.1 id=800 ');
    expect(simulator.comments[0]!.body).toContain('](https://github.com/o/r/actions/runs/800)');
  });

  it('a check of an untrusted run never succeeds', async () => {
    await start({ pulls });
    const calm = judgeGate({ projects: [], findings: [], commit, advisory: false }).result;
    await runLine(second({ files: zip({ ...honest, content: text(calm) }) }), 'comment', 'gate.zip', '--from-workflow-run', '--check-run');
    expect(simulator.checks).toMatchObject([{ conclusion: 'neutral', head_sha: head }]);
  });

  it.each<[string, object[] | undefined]>([
    ['was pushed to since', [{ number: 11, head: { ref: 'faster', sha: 'f'.repeat(40), owner: 'mallory' } }]],
    ['is of another repository', [{ number: 11, head: { ref: 'faster', sha: head, owner: 'mallory' }, base: { repo: 'x/y' } }]],
    ['is another\'s with the same branch', [{ number: 12, head: { ref: 'faster', sha: head, owner: 'eve' } }]],
    ['is not there', undefined],
  ])('nothing is posted where the pull request %s', async (_name, others) => {
    await start({ ...(others === undefined ? {} : { pulls: others as never }) });
    expect(await runLine(second({ files: zip(honest) }), 'comment', 'gate.zip', '--from-workflow-run')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/BNL058[^]*no open pull request has the head that was measured/) });
    expect(simulator.comments).toEqual([]);
  });

  it.each<[string, unknown, string?]>([
    ['a pull request of this repository\'s own event', pullRequest(), 'pull_request'],
    ['an event of another repository', { ...workflowRun(), repository: { full_name: 'x/y' } }],
    ['a run that was for a push', workflowRun({ event: 'push' })],
    ['an event without a head', workflowRun({ head_sha: 'HEAD; echo' })],
    ['no event', null],
  ])('is refused for %s', async (_name, event, name = 'workflow_run') => {
    await start({ pulls });
    expect(await runLine(second({ files: zip(honest), event, name }), 'comment', 'gate.zip', '--from-workflow-run')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--from-workflow-run cannot be used here') });
    expect(simulator.requests).toEqual([]);
  });

  const bomb = '0'.repeat(7 * 1024 * 1024);
  it.each<[string, Record<string, string | Uint8Array>, string, FakeWorldOptions?]>([
    ['a path out of the folder', zip({ ...honest, name: '../gate.json' }), 'invalid relative path'],
    ['a path with a backslash', zip({ ...honest, name: '..\\gate.json' }), 'invalid characters in fileName'],
    ['an absolute path', zip({ ...honest, name: '/gate.json' }), 'absolute path'],
    ['another name', zip({ ...honest, name: 'gate2.json' }), 'not called gate.json'],
    ['a second entry', zip(honest, { name: 'x', content: '' }), '2 entries'],
    ['no entry', zip(), '0 entries'],
    ['a symbolic link', zip({ name: 'gate.json', content: '/etc/passwd', mode: 0o120777 }), 'no plain file'],
    ['a bomb', zip({ name: 'gate.json', content: bomb }), 'more than 300 to 1'],
    ['a larger one', zip({ name: 'gate.json', content: `${bomb}${bomb}` }), 'more than 8388608 bytes'],
    ['a lie about its size', zip({ name: 'gate.json', content: bomb, claims: 10_000 }), ''],
    ['a torn zip', { '/repo/gate.zip': makeZip([honest]).subarray(0, 200) }, ''],
    ['what is not by the schema', zip({ name: 'gate.json', content: '{"schemaVersion":1}' }), 'gate result'],
    ['more than the schema knows', zip({ name: 'gate.json', content: text({ ...gate, __proto__x: 1 }) }), 'gate result'],
    ['numbers that are none', zip({ name: 'gate.json', content: text(gate).replace('"verdictCode": 2', '"verdictCode": 1e999') }), ''],
    ['what is not UTF-8', zip({ name: 'gate.json', content: Buffer.from([0xff, 0xfe, 0x00]) }), 'UTF-8'],
    ['a file of 9 MiB', { '/repo/gate.zip': 'x'.repeat(9 * 1024 * 1024) }, 'larger than'],
  ])('a handed-over result with %s is refused', async (_name, files, problem) => {
    await start({ pulls });
    const { exitCode, stderr } = await runLine(second({ files }), 'comment', 'gate.zip', '--from-workflow-run');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('BNL060')]);
    expect(stderr.replace(/\s+/g, ' ')).toContain(problem);
    expect(simulator.requests).toEqual([]);
  });

  it('a handed-over file that is a link is refused', async () => {
    await start({ pulls });
    const linked = world({ env: actions({ GITHUB_EVENT_NAME: 'workflow_run' }), event: workflowRun(), links: { '/repo/gate.zip': '/repo/.benchline/gate.json' } });
    expect(await runLine(linked, 'comment', 'gate.zip', '--from-workflow-run')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no plain file') });
  });
});

describe('benchline gate --comment --check-run', () => {
  const workspace = (env: Record<string, string>): FakeWorld => world({ env, files: { '/repo/benchline.json': '{"project": "core"}' }, git: { commits: { [fakeSha]: { 'benchline.json': '{"project": "core"}' } } } });

  it('publishes what it has judged; the exit code stays the verdict\'s', async () => {
    await start();
    const { exitCode, stdout, stderr } = await runLine(workspace(actions()), 'gate', '--on', 'default-branch', '--comment', '--check-run', '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ projects: [{ verdict: 'missing' }] });
    expect(stderr).toMatch(/Comment created: .*\nCheck published: /);
    expect(simulator.comments).toHaveLength(1);
    expect(simulator.checks).toMatchObject([{ conclusion: 'failure' }]);
  });

  it('a token that may only read never fails the gate', async () => {
    await start({ readOnly: true });
    const { exitCode, stderr } = await runLine(workspace(actions()), 'gate', '--on', 'default-branch', '--comment', '--check-run');
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/No comment on GitHub: Resource not accessible by integration\.[^]*No check on GitHub/)]);
  });

  it('a wrong token is BNL004 and exit code 4, unless the gate only advises', async () => {
    await start();
    expect(await runLine(workspace(actions({ GITHUB_TOKEN: 'ghs_wrong' })), 'gate', '--on', 'default-branch', '--comment')).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('BNL004') });
    expect(await runLine(workspace(actions({ GITHUB_TOKEN: 'ghs_wrong' })), 'gate', '--on', 'default-branch', '--comment', '--advisory')).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('BNL004') });
  });

  it('without CI nothing is published, and nothing fails for it', async () => {
    expect(await runLine(workspace({}), 'gate', '--comment')).toMatchObject({ exitCode: 2, stderr: 'Nothing was published: this is no run of GitHub Actions or GitLab CI.\n' });
  });

  it('without --comment nothing is asked of the forge', async () => {
    await start();
    await runLine(workspace(actions()), 'gate', '--on', 'default-branch');
    expect(simulator.requests).toEqual([]);
  });
});

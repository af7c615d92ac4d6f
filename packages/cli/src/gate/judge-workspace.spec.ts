import { createHash } from 'node:crypto';
import { compareReports, judgeObjectives } from '@benchline/core/judge';
import type { Comparison, GateResult, PerformanceReport } from '@benchline/core/model';
import { parseArtefact } from '../artefacts/parse-artefact.js';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { loadConfig } from '../config/load-config.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';
import { around, sampleReport } from '../testing/sample-report.js';

const text = (value: unknown): string => [...renderCanonicalJson(value)].join('');
const base = 'b'.repeat(40);
const onPullRequest = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
const digest = `sha256:${'ab'.repeat(32)}`;

type Written = Record<string, unknown>;

interface Change {
  /** Configs by project: at the merge base, and as they are checked out; absent: there is none. */
  before: Record<string, Written>;
  after: Record<string, Written>;
  /** Further files of both. */
  beforeFiles?: Record<string, string>;
  afterFiles?: Record<string, string>;
  env?: Record<string, string>;
  git?: FakeWorldOptions['git'];
  programs?: FakeWorldOptions['programs'];
}

const configsOf = (configs: Record<string, Written>) => Object.fromEntries(Object.entries(configs).map(([name, config]) => [`packages/${name}/benchline.json`, JSON.stringify({ project: name, ...config })]));

/** A pull request: what stood at the merge base, and what it makes of it. */
function pullRequest({ before, after, beforeFiles = {}, afterFiles = {}, env = onPullRequest, git = {}, programs = {} }: Change): FakeWorld {
  const commits = { [base]: { 'nx.json': '{}', 'benchline.json': '{}', ...configsOf(before), ...beforeFiles } };
  return createFakeWorld({ env, programs, files: { 'nx.json': '{}', 'benchline.json': '{}', ...configsOf(after), ...afterFiles }, git: { mergeBase: base, commits, ...git } });
}

function reportOf(project: string, factor: number): PerformanceReport {
  return { ...sampleReport({ values: { small: around(1000 * factor), large: around(9000) } }), project };
}

/** What `compare` would have written with the checked-out config: head is slower by `factor` in one of two benchmarks. */
async function put(world: FakeWorld, project: string, { factor = 1, more = {} }: { factor?: number; more?: Partial<Comparison> } = {}): Promise<void> {
  const { config } = await loadConfig(world, { project: `packages/${project}` });
  const sides = [1, factor].map((each) => ({ reports: [reportOf(project, each)], digests: [digest], baseline: null }));
  const comparison = compareReports({ project, mode: 'files', base: sides[0]!, head: sides[1]!, policy: config.policy, sameJob: true });
  world.files.put(`/repo/packages/${project}/.benchline/comparison.json`, text({ ...comparison, ...more }));
}

async function gate(world: FakeWorld, ...args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string; result: GateResult }> {
  const run = await runLine(world, 'gate', ...args);
  const path = '/repo/.benchline/gate.json';
  return { ...run, result: parseArtefact('gate-result', world.files.text(path), path) };
}

const loose = { compare: { stored: { warn: '400%', fail: '500%' } } };
const codes = ({ findings }: GateResult) => findings.map(({ code, level }) => `${code} ${level}`);

describe('on a pull request', () => {
  it('judges by the thresholds of the merge base, says that they were loosened, and whose policy it was', async () => {
    const world = pullRequest({ before: { api: {} }, after: { api: loose } });
    await put(world, 'api', { factor: 1.6 });
    const { exitCode, stdout, result } = await gate(world);
    expect(exitCode).toBe(3);
    expect(result.policy).toEqual({ source: 'merge-base', ref: 'main', sha: base, on: 'pull-request', accepted: null });
    expect(result.rows).toMatchObject([{ alone: 'unchanged', row: { verdict: 'regressed', benchmark: 'small' } }]);
    expect(result.projects).toMatchObject([{ policy: 'ref', loosened: ['stored.warn 10 % → 400 %', 'stored.fail 25 % → 500 %'] }]);
    expect(codes(result)).toEqual(['BNL050 warning']);
    expect(stdout).toContain('Policy of where this change left main (bbbbbbb).');
  });

  it.each<[string, Written]>([
    ['raise', { compare: { raise: { regressed: 0 } } }],
    ['an override', { compare: { overrides: [{ benchmark: '*', fail: '400%', reason: 'x' }] } }],
    ['sameJobOnly and raise of warnings', { compare: { sameJobOnly: true, raise: { regressed: 0 } } }],
  ])('a change of %s does not help', async (_, after) => {
    const world = pullRequest({ before: { api: {} }, after: { api: after } });
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world)).toMatchObject({ exitCode: 3, result: { findings: [{ code: 'BNL050' }] } });
  });

  it('a great many long overrides are told in short, and the artefact is written', async () => {
    const overrides = Array.from({ length: 50 }, (_unused, index) => ({ benchmark: `${index}${'*'.repeat(1000)}`, fail: '400%', reason: 'x' }));
    const world = pullRequest({ before: { api: {} }, after: { api: { compare: { overrides } } } });
    await put(world, 'api', { factor: 1.6 });
    const { exitCode, result } = await gate(world);
    expect([exitCode, result.projects[0]!.loosened!.length]).toEqual([3, 50]);
    expect(result.findings[0]!.what).toMatch(/… and 42 more\.$/);
  });

  it('a tightened threshold holds at once', async () => {
    const world = pullRequest({ before: { api: loose }, after: { api: {} } });
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world)).toMatchObject({ exitCode: 3, result: { findings: [], rows: [{ alone: 'regressed' }] } });
  });

  it('what the stored rows cannot be judged by fails', async () => {
    const world = pullRequest({ before: { api: {} }, after: { api: { compare: { metricStat: 'min' } } } });
    await put(world, 'api');
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { findings: [{ code: 'BNL051', level: 'error' }] } });
  });

  it('a new project is judged by its own config, and it is told', async () => {
    const world = pullRequest({ before: {}, after: { fresh: loose } });
    await put(world, 'fresh', { factor: 1.6 });
    const { exitCode, stdout, result } = await gate(world);
    expect([exitCode, result.projects[0]!.policy, codes(result)]).toEqual([0, 'own', []]);
    expect(stdout).toContain('Not there yet, and judged by its own config: fresh.');
  });

  it('a project whose config was removed still has to report; with its folder it is told as removed', async () => {
    const world = pullRequest({ before: { api: {}, old: {}, gone: {} }, after: { api: {} }, afterFiles: { 'packages/old/index.ts': '' } });
    await put(world, 'api');
    const { exitCode, result } = await gate(world);
    expect(exitCode).toBe(2);
    expect(result.projects.map(({ project, verdict }) => [project, verdict])).toEqual([['api', 'unchanged'], ['old', 'missing']]);
    expect(result.findings.map(({ what }) => what)).toEqual([expect.stringContaining('a config of gone in packages/gone'), expect.stringContaining('a config of old in packages/old')]);
  });

  it('a config that was removed holds for results that were handed in all the same, and --on takes no policy away', async () => {
    const world = pullRequest({ before: { api: {}, core: {} }, after: { api: loose, core: {} } });
    await put(world, 'api', { factor: 1.6 });
    await put(world, 'core');
    expect((await gate(world, '--on', 'default-branch')).exitCode).toBe(3);
    world.files.contents.delete('/repo/packages/api/benchline.json');
    world.files.put('/repo/packages/api/index.ts', '');
    expect(await gate(world)).toMatchObject({ exitCode: 3, result: { findings: [{ code: 'BNL056' }, { code: 'BNL050' }], rows: [{ row: { verdict: 'regressed' } }] } });
  });

  it('a project that was moved or renamed keeps its reviewed policy', async () => {
    const moved = pullRequest({ before: { api: {} }, after: { new: { project: 'api', ...loose } } });
    moved.files.put('/repo/packages/new/.benchline/comparison.json', '');
    const { config } = await loadConfig(moved, { project: 'packages/new' });
    const sides = [1, 1.6].map((each) => ({ reports: [reportOf('api', each)], digests: [digest], baseline: null }));
    moved.files.put('/repo/packages/new/.benchline/comparison.json', text(compareReports({ project: 'api', mode: 'files', base: sides[0]!, head: sides[1]!, policy: config.policy, sameJob: true })));
    expect(await gate(moved)).toMatchObject({ exitCode: 3, result: { projects: [{ project: 'api', policy: 'ref' }] } });
    const renamed = pullRequest({ before: { api: {} }, after: { api: { project: 'other', ...loose } } });
    renamed.files.put('/repo/packages/api/.benchline/comparison.json', text(compareReports({ project: 'other', mode: 'files', base: sides[0]!, head: sides[1]!, policy: config.policy, sameJob: true })));
    expect(await gate(renamed)).toMatchObject({ exitCode: 3, result: { projects: [{ project: 'other', policy: 'ref' }] } });
  });

  it('a suite that is measured no more fails, and warns where missing may', async () => {
    const suites = [{ name: 'decode', tool: 'records', command: ['x'] }, { name: 'encode', tool: 'records', command: ['x'], rounds: 10 }];
    const narrowed = [{ ...suites[1], filter: 'fast', rounds: 2 }];
    const world = pullRequest({ before: { api: { suites } }, after: { api: { suites: narrowed } } });
    await put(world, 'api');
    const { exitCode, result } = await gate(world);
    expect([exitCode, codes(result)]).toEqual([2, ['BNL050 warning', 'BNL056 error', 'BNL056 error']]);
    expect(result.findings.map(({ what }) => what)).toEqual([
      'The policy of api is looser than at main: rounds of encode 10 → 2.',
      'At main there is the suite decode of api, and here it is no more.',
      'At main there is a suite encode without a filter of api, and here it is no more.',
    ]);
    const lenient = { compare: { raise: { missing: 0 } } };
    const allowed = pullRequest({ before: { api: { suites, ...lenient } }, after: { api: { suites: narrowed, ...lenient } } });
    await put(allowed, 'api');
    expect((await gate(allowed)).exitCode).toBe(0);
  });

  it('an objective that was dropped is judged from the report', async () => {
    const objective = { benchmark: 'small', max: '500 ns' };
    const world = pullRequest({ before: { api: { slo: [objective] } }, after: { api: {} } });
    await put(world, 'api');
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { findings: [{ code: 'BNL051' }] } });
    world.files.put('/repo/packages/api/.benchline/report.json', text(reportOf('api', 1)));
    expect(await gate(world)).toMatchObject({ exitCode: 3, result: { projects: [{ objectives: 'fail' }], findings: expect.arrayContaining([expect.objectContaining({ code: 'BNL050' })]) } });
  });

  it('an objective that holds as reviewed needs no report', async () => {
    const config = { slo: [{ benchmark: 'small', max: '5 us' }] };
    const world = pullRequest({ before: { api: config }, after: { api: config } });
    const { config: { objectives } } = await loadConfig(world, { project: 'packages/api' });
    world.files.put('/repo/packages/api/.benchline/slo.json', text(judgeObjectives({ report: reportOf('api', 1), digest, objectives })));
    expect(await gate(world)).toMatchObject({ exitCode: 0, result: { findings: [] } });
  });

  it('a broken config of the tree is an error, and its project is judged by nothing less', async () => {
    const world = pullRequest({ before: { api: {} }, after: { api: {} }, afterFiles: { 'packages/api/benchline.json': '{"suites": 5}' } });
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { projects: [{ project: 'api', verdict: 'missing' }] } });
  });
});

describe('the baseline that a comparison used', () => {
  const promoted = `sha256:${'ef'.repeat(32)}`;
  const baseline = (id: string) => ({ schemaVersion: 1, id, project: 'api', hostClass: 'ci', fingerprint: '0123456789abcdef', promotion: { by: 'ada', at: '2026-11-02T00:00:00Z', reason: 'x', commit: { sha: 'c'.repeat(40), dirty: false, branch: 'main', mergeBase: null }, criteria: [] }, reports: [{ path: 'reports/1.json', digest: promoted, runId: '1', createdAt: '2026-11-01T00:00:00Z' }], previous: null, held: false });
  const digestOf = (value: unknown) => `sha256:${createHash('sha256').update(text(value)).digest('hex')}`;
  const files = (id: string) => ({
    'packages/api/baselines/current.json': text({ schemaVersion: 1, current: { ci: { id, digest: digestOf(baseline(id)) } } }),
    [`packages/api/baselines/${id}/baseline.json`]: text(baseline(id)),
  });
  const against = async (world: FakeWorld, used: string | null, digests = [promoted]) => {
    await put(world, 'api');
    const comparison = JSON.parse(world.files.text('/repo/packages/api/.benchline/comparison.json')) as Comparison;
    world.files.put('/repo/packages/api/.benchline/comparison.json', text({ ...comparison, mode: 'stored', base: used === null ? null : { ...comparison.base!, baseline: used, digests } }));
    return gate(world);
  };
  const change = { before: { api: {} }, after: { api: {} } };

  it('is the reviewed one', async () => {
    expect(await against(pullRequest({ ...change, beforeFiles: files('one') }), 'one')).toMatchObject({ exitCode: 0, result: { findings: [] } });
  });

  it.each<[string, string | null, string[], string]>([
    ['another one', 'two', [promoted], 'api was compared with the baseline two; at main the baseline is one.'],
    ['none', null, [promoted], 'api was compared with no baseline; at main the baseline is one.'],
    ['one of that name with other reports', 'one', [`sha256:${'cd'.repeat(32)}`], 'api was compared with other reports than those of the baseline one; at main the baseline is one.'],
  ])('is %s: an error', async (_, used, digests, what) => {
    expect(await against(pullRequest({ ...change, beforeFiles: files('one') }), used, digests)).toMatchObject({ exitCode: 2, result: { findings: [{ code: 'BNL052', what }] } });
  });

  it('is the first one there is: a warning', async () => {
    expect(await against(pullRequest(change), 'two')).toMatchObject({ exitCode: 0, result: { findings: [{ code: 'BNL052', level: 'warning' }] } });
  });

  it('gives the age of the last number where a project is not affected', async () => {
    const graph = { graph: { nodes: { api: { data: { root: 'packages/api' } }, web: { data: { root: 'packages/web' } } } } };
    const programs = { '/repo/node_modules/.bin/nx show projects': { prints: '["web"]' }, '/repo/node_modules/.bin/nx graph': (command: { args: readonly string[] }) => ({ writes: { [command.args[1]!.slice('--file='.length)]: JSON.stringify(graph) } }) };
    const world = pullRequest({ before: { api: {}, web: {}, unknown: {} }, after: { api: {}, web: {}, unknown: {} }, beforeFiles: files('one'), afterFiles: { 'node_modules/.bin/nx': '' }, programs, git: { refs: { 'origin/main': 'd'.repeat(40) } } });
    await put(world, 'web');
    const { exitCode, stdout, result } = await gate(world, '--affected');
    expect(exitCode).toBe(2);
    expect(result.projects).toMatchObject([{ project: 'api', affected: false, exitCode: 0, last: { from: 'baseline', at: '2026-11-01T00:00:00Z' } }, { project: 'unknown', verdict: 'missing' }, { project: 'web', verdict: 'unchanged' }]);
    expect(stdout).toContain('   api: last number of 2026-11-01 at ccccccc, 19 days old (baseline)');
    expect(await gate(world, '--affected', '--require', 'api')).toMatchObject({ result: { projects: [{ project: 'api', verdict: 'missing' }, {}, {}] } });
  });

  it('every project has to report where nobody knows what a change affects', async () => {
    const world = pullRequest({ before: { api: {} }, after: { api: {} } });
    expect(await gate(world, '--affected')).toMatchObject({ exitCode: 2, result: { projects: [{ verdict: 'missing' }], findings: [{ code: 'BNL055' }] } });
  });
});

describe('accepted regressions', () => {
  const accepted = (more: object = {}) => JSON.stringify({ accepted: [{ project: 'api', benchmark: 'small', limit: '70%', reason: 'New checksum.', acceptedBy: 'ada', expires: '2026-12-31', ...more }] });
  const change = { before: { api: {} }, after: { api: {} } };

  it('count where they were reviewed: the list of the merge base holds, and is named', async () => {
    const world = pullRequest({ ...change, beforeFiles: { 'benchline.accepted.json': accepted() } });
    await put(world, 'api', { factor: 1.6 });
    const { exitCode, stdout, result } = await gate(world, '--junit', 'gate.xml', '--markdown', 'gate.md');
    expect([exitCode, result.summary.accepted, result.policy!.accepted!.path]).toEqual([0, 1, 'benchline.accepted.json']);
    expect(stdout).toMatch(/^Performance Report: 1 project, 2 benchmarks: no regression; 1 accepted \[PASS\]\n/);
    expect(stdout).toMatch(/~ +api +small › time .*\+60\.0 % .*accepted\n +Accepted up to 70 % until 2026-12-31 \(ada\): New checksum\./);
    expect(stdout).not.toContain('::error');
    expect(world.files.text('/repo/gate.xml')).toContain('failures="0" errors="0" skipped="1"');
    expect(world.files.text('/repo/gate.md')).toContain('🟠 accepted');
  });

  it('of the pull request itself accept nothing', async () => {
    const world = pullRequest({ ...change, afterFiles: { 'benchline.accepted.json': accepted() } });
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world)).toMatchObject({ exitCode: 3, result: { summary: { accepted: 0 } } });
  });

  it('count locally from the working tree, in YAML too', async () => {
    const world = pullRequest({ ...change, env: {}, afterFiles: { 'benchline.accepted.yaml': 'accepted:\n  - {project: api, benchmark: s*, limit: 70%, reason: x, acceptedBy: ada, expires: 2026-12-31}\n' } });
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world)).toMatchObject({ exitCode: 0, result: { policy: { source: 'working-tree' }, summary: { accepted: 1 } } });
  });

  it.each<[string, string, RegExp]>([
    ['torn', '{"accepted": [', /BNL002 benchline\.accepted\.json:1/],
    ['without a reason', accepted({ reason: undefined }), /BNL003 benchline\.accepted\.json[^]*\/accepted\/0/],
    ['with a limit that is no share', accepted({ limit: 3 }), /BNL003 benchline\.accepted\.json[^]*\/accepted\/0\/limit/],
    ['with a day that is none', accepted({ expires: '2026-02-30' }), /\/accepted\/0\/expires/],
    ['with an unknown key', accepted({ forever: true }), /BNL003/],
  ])('%s are exit code 2, with the place', async (_, content, message) => {
    const world = pullRequest({ ...change, env: {}, afterFiles: { 'benchline.accepted.json': content } });
    await put(world, 'api');
    expect(await runLine(world, 'gate')).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message) });
  });
});

describe('policy by event', () => {
  const section = { gate: { pullRequest: { advisory: true, raise: { new: 2 } }, defaultBranch: { raise: { warn: 3, missing: 0 } }, ignore: ['packages/fixture*'] } };
  const root = { 'benchline.json': JSON.stringify(section) };
  const change = { before: { api: {}, fixture: {} }, after: { api: {}, fixture: {} }, beforeFiles: root, afterFiles: root };

  it('a pilot only advises on pull requests, and folders that are ignored are no projects', async () => {
    const world = pullRequest(change);
    await put(world, 'api', { factor: 1.6 });
    await put(world, 'fixture', { factor: 3 });
    const { exitCode, stdout, result } = await gate(world);
    expect([exitCode, result.advisory, result.summary.verdictCode]).toEqual([0, true, 3]);
    expect(result.projects.map(({ project }) => project)).toEqual(['api']);
    expect(stdout).toContain('it would be 3 (api)');
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['in CI on that branch', { CI: 'true', GITHUB_REF_NAME: 'main' }, []],
    ['by --on', {}, ['--on', 'default-branch']],
  ])('a warning fails on the default branch, told %s', async (_, env, args) => {
    const world = pullRequest({ ...change, env });
    await put(world, 'api', { factor: 1.15 });
    const { exitCode, result } = await gate(world, ...args);
    expect([exitCode, result.policy]).toEqual([3, { source: 'working-tree', ref: null, sha: null, on: 'default-branch', accepted: null }]);
    world.files.put('/repo/packages/core/benchline.json', '{"project": "core"}');
    expect((await gate(world, ...args)).result.projects).toMatchObject([{ exitCode: 3 }, { project: 'core', verdict: 'missing', exitCode: 0 }]);
  });

  it('a pull request that changes the section is judged by the reviewed one', async () => {
    const world = pullRequest({ before: { api: {} }, after: { api: {} }, afterFiles: root });
    await put(world, 'api', { factor: 1.6 });
    const { exitCode, result } = await gate(world);
    expect([exitCode, result.advisory, result.findings[0]!.what]).toEqual([3, false, 'The gate section of the workspace\'s config is not that at main: pullRequest, defaultBranch, ignore.']);
  });

  it('another word for --on is refused', async () => {
    expect(await runLine(pullRequest(change), 'gate', '--on', 'tuesday')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--on tuesday') });
  });
});

describe('where the policy is read', () => {
  const change = { before: { api: {} }, after: { api: loose } };
  const judge = async (more: Partial<Change>, ...args: string[]) => {
    const world = pullRequest({ ...change, ...more });
    await put(world, 'api', { factor: 1.6 });
    return runLine(world, 'gate', ...args);
  };

  it.each<[string, Record<string, string>]>([
    ['GitLab', { CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }],
    ['Buildkite', { CI: 'true', BUILDKITE_PULL_REQUEST: '7', BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main' }],
    ['Jenkins', { CHANGE_TARGET: 'main' }],
    ['Azure', { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' }],
    ['a merge queue', { CI: 'true', GITHUB_EVENT_NAME: 'merge_group' }],
    ['a push to another branch', { CI: 'true', GITHUB_REF_NAME: 'feature' }],
  ])('%s is a change to the default branch', async (_, env) => {
    expect(await judge({ env, git: { commit: { branch: 'feature' } } })).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('Policy of where this change left main') });
  });

  it.each<[string, FakeWorldOptions['git'], RegExp]>([
    ['no merge base', { mergeBase: null }, /left main cannot be found, and the policy/],
    ['a shallow clone', { mergeBase: null, shallow: true }, /in this shallow clone[^]*fetch-depth: 0/],
    ['no repository', { top: null }, /in no git repository/],
    ['a commit that is not there', { mergeBase: 'd'.repeat(40) }, /BNL022/],
  ])('%s is an error on a pull request: its own tree is no policy', async (_, git, message) => {
    expect(await judge({ git })).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message), stdout: '' });
  });

  it('GitLab, which fetches the source branch alone, says where it left its target', async () => {
    const run = await judge({ env: { CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'next', CI_MERGE_REQUEST_DIFF_BASE_SHA: base } });
    expect(run).toMatchObject({ exitCode: 3, stdout: expect.stringContaining(`Policy of where this change left ${base} (bbbbbbb)`) });
  });

  it('a target branch that was not fetched is an error', async () => {
    expect(await judge({ env: { ...onPullRequest, GITHUB_BASE_REF: 'release' } })).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('The branch release is not in this clone') });
  });

  it('on another branch in CI the tree holds where there is no merge base, and it is told', async () => {
    const run = await judge({ env: { CI: 'true' }, git: { commit: { branch: 'feature' }, mergeBase: null } });
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('BNL054') });
  });

  it.each([['--policy-ref', 'auto'], ['--policy-ref', base]])('%s %s asks for a commit anywhere', async (...args) => {
    expect((await judge({ env: {} }, ...args)).exitCode).toBe(3);
    expect((await judge({ env: {} })).exitCode).toBe(0);
  });

  it('a ref that is not there is an error', async () => {
    expect(await judge({}, '--policy-ref', 'gone')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is no commit gone') });
  });
});

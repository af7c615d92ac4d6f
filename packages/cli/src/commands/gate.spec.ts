import { compareReports, judgeObjectives } from '@benchline/core/judge';
import type { Comparison, GateResult, PerformanceReport } from '@benchline/core/model';
import { parseArtefact } from '../artefacts/parse-artefact.js';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { loadConfig } from '../config/load-config.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';
import { around, sampleReport } from '../testing/sample-report.js';

const text = (value: unknown): string => [...renderCanonicalJson(value)].join('');

/** A workspace whose projects have a config and no results. */
function workspace(projects: readonly string[], options: FakeWorldOptions = {}): FakeWorld {
  const configs = projects.map((name) => [`packages/${name}/benchline.json`, JSON.stringify({ project: name })]);
  return createFakeWorld({ ...options, files: { 'nx.json': '{}', 'benchline.json': '{}', ...Object.fromEntries(configs), ...options.files } });
}

function reportOf(project: string, factor: number): PerformanceReport {
  return { ...sampleReport({ values: { small: around(1000 * factor), large: around(9000) } }), project };
}

/** What `compare` would have written: head is slower by `factor` in one of two benchmarks. */
async function comparisonOf(world: FakeWorld, project: string, factor = 1): Promise<Comparison> {
  const { config } = await loadConfig(world, { project: `packages/${project}` });
  const sides = [1, factor].map((each) => ({ reports: [reportOf(project, each)], digests: [`sha256:${'ab'.repeat(32)}`], baseline: null }));
  return compareReports({ project, mode: 'files', base: sides[0]!, head: sides[1]!, policy: config.policy, sameJob: true });
}

async function put(world: FakeWorld, project: string, { factor = 1, folder = `packages/${project}/.benchline`, more = {} }: { factor?: number; folder?: string; more?: Partial<Comparison> } = {}): Promise<void> {
  world.files.put(`/repo/${folder}/comparison.json`, text({ ...(await comparisonOf(world, project, factor)), ...more }));
}

async function gate(world: FakeWorld, ...args: string[]) {
  const run = await runLine(world, 'gate', ...args);
  const path = '/repo/.benchline/gate.json';
  const result: GateResult | null = world.files.contents.has(path) ? parseArtefact('gate-result', world.files.text(path), path) : null;
  return { ...run, result };
}

describe('benchline gate', () => {
  it('judges every project of the workspace; the worst one gives the exit code', async () => {
    const world = workspace(['api', 'core']);
    await put(world, 'api');
    await put(world, 'core', { factor: 1.6 });
    const { exitCode, stdout, result } = await gate(world);
    expect(exitCode).toBe(3);
    expect(stdout.split('\n')[0]).toBe('Performance Report: 2 projects, 4 benchmarks: 1 regressed [FAIL]');
    expect(stdout).toMatch(/core +small › time +1\.00 µs +1\.60 µs +\+60\.0 % .*regressed/);
    expect(result!.projects.map(({ project, verdict, exitCode: code, inputs }) => [project, verdict, code, inputs.map(({ path }) => path)])).toEqual([
      ['api', 'unchanged', 0, ['packages/api/.benchline/comparison.json']],
      ['core', 'regressed', 3, ['packages/core/.benchline/comparison.json']],
    ]);
    expect(result!.summary).toMatchObject({ status: 'fail', hypotheses: 4, changed: 0, counts: { regressed: 1, unchanged: 3 } });
    expect(result!.rows.map(({ row }) => row.benchmark)).toEqual(['small']);
  });

  it('passes where nothing became slower', async () => {
    const world = workspace(['api']);
    await put(world, 'api');
    expect(await gate(world)).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Performance Report: 1 project, 2 benchmarks: no regression \[PASS\]\n=  2 unchanged\n/) });
  });

  it('a project with a config that did not report is missing, exit code 2; its own policy may say otherwise', async () => {
    const world = workspace(['api', 'core']);
    await put(world, 'api');
    expect(await gate(world)).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('1 missing [FAIL]') });
    world.files.put('/repo/packages/core/benchline.json', JSON.stringify({ project: 'core', compare: { raise: { missing: 0 } } }));
    expect(await gate(world)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 missing [WARN]') });
  });

  it('a project that was measured and not compared did not report either', async () => {
    const world = workspace(['api'], { files: { 'packages/api/.benchline/report.json': text(reportOf('api', 1)) } });
    const { exitCode, result } = await gate(world);
    expect([exitCode, result!.projects[0]!.absence]).toEqual([2, 'It was measured, but neither compared nor held against objectives.']);
  });

  it('--affected-only demands no project but those required by name', async () => {
    const world = workspace(['api', 'core']);
    await put(world, 'api');
    expect(await gate(world, '--affected-only')).toMatchObject({ exitCode: 0, result: { projects: [{ project: 'api' }] } });
    expect(await gate(world, '--affected-only', '--require', 'infra')).toMatchObject({ exitCode: 2, result: { projects: [{ project: 'api' }, { project: 'infra', verdict: 'missing' }] } });
  });

  it('nothing to judge is refused, unless nothing was affected', async () => {
    expect(await gate(createFakeWorld({}))).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is nothing to judge') });
    expect(await gate(createFakeWorld({}), '--affected-only')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing was affected [PASS]') });
  });

  it('reads folders of downloaded results in place of the workspace\'s, and still knows who had to report', async () => {
    const world = workspace(['api', 'core', 'web']);
    await put(world, 'api', { factor: 2 });
    await put(world, 'api', { folder: 'artifacts/api-results' });
    await put(world, 'core', { folder: 'artifacts/nested/core/.benchline' });
    const { exitCode, result } = await gate(world, 'artifacts');
    expect(exitCode).toBe(2);
    expect(result!.projects.map(({ project, verdict }) => [project, verdict])).toEqual([['api', 'unchanged'], ['core', 'unchanged'], ['web', 'missing']]);
    expect(await gate(world, 'nowhere')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BNL008') });
  });

  it.each(['node_modules/x', '.git/x', '.nx/cache/1', '.hidden', 'target'])('does not take results from %s', async (folder) => {
    const world = workspace(['api'], { files: { 'target/CACHEDIR.TAG': '' } });
    await put(world, 'api');
    await put(world, 'api', { folder: `${folder}/.benchline`, factor: 2 });
    expect(await gate(world)).toMatchObject({ exitCode: 0 });
  });

  it('older results in an audit package beside a project\'s own are not its results', async () => {
    const world = workspace(['api']);
    await put(world, 'api', { folder: 'artifacts/api' });
    await put(world, 'api', { folder: 'artifacts/api/audit/api-1234567', factor: 2 });
    expect(await gate(world, 'artifacts')).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['torn', '{"schemaVersion": 1, "rows": [', 'BNL002'],
    ['not by its schema', '{"schemaVersion": 1}', 'BNL003'],
  ])('a comparison that is %s is named, exit code 2, and the others are judged', async (_, content, code) => {
    const world = workspace(['api', 'core'], { files: { 'packages/api/.benchline/comparison.json': content } });
    await put(world, 'core', { factor: 1.6 });
    const { exitCode, stdout, result } = await gate(world);
    expect(exitCode).toBe(2);
    expect(result!.findings).toMatchObject([{ code, level: 'error', file: 'packages/api/.benchline/comparison.json' }]);
    expect(stdout).toContain(`error ${code} packages/api/.benchline/comparison.json`);
    expect(result!.projects).toMatchObject([{ project: 'api', verdict: 'missing', absence: 'Its result could not be read.' }, { project: 'core', verdict: 'regressed', exitCode: 3 }]);
  });

  it('a torn result of a project that nobody knows fails too', async () => {
    const world = workspace([], { files: { 'artifacts/x/comparison.json': '{' } });
    expect(await gate(world, 'artifacts')).toMatchObject({ exitCode: 2, result: { findings: [{ file: 'artifacts/x/comparison.json' }] } });
  });

  it('two results for one project are an error that names both, and neither is used', async () => {
    const world = workspace(['api']);
    await put(world, 'api', { folder: 'artifacts/one' });
    await put(world, 'api', { folder: 'artifacts/two', factor: 2 });
    const { exitCode, result } = await gate(world, 'artifacts');
    expect(exitCode).toBe(2);
    expect(result!.findings[0]).toMatchObject({ code: 'BNL038', what: 'Project api has two results: artifacts/one/comparison.json and artifacts/two/comparison.json.' });
    expect(result!.projects).toMatchObject([{ verdict: 'missing', absence: 'It has two results.' }]);
  });

  it('two configs with one project name are an error that names both', async () => {
    const world = workspace(['api'], { files: { 'packages/copy/benchline.json': '{"project": "api"}' } });
    await put(world, 'api');
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { findings: [{ code: 'BNL038', what: expect.stringMatching(/packages\/api and the config in packages\/copy/) }] } });
  });

  it('a config that cannot be read is told, and the others are judged', async () => {
    const world = workspace(['api'], { files: { 'packages/bad/benchline.json': '{"suites": 5}' } });
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { findings: [{ code: 'BNL003' }], projects: [{ project: 'api', verdict: 'regressed' }] } });
  });

  it('a result of another commit is told as stale', async () => {
    const world = workspace(['api'], { git: { commit: { sha: 'b'.repeat(40) } } });
    await put(world, 'api');
    const { exitCode, stdout } = await gate(world);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\[WARN\]\n[^]*warning BNL039 packages\/api\/\.benchline\/comparison\.json\n +The result of api is stale: it was measured at commit aaaaaaa, and bbbbbbb is checked out\./);
  });

  it('what a task runner restored may be of another commit: its key says that the inputs are the same', async () => {
    const report = reportOf('api', 1);
    const restored = { ...report, provenance: { ...report.provenance, taskHash: '123' } };
    const world = workspace(['api'], { git: { commit: { sha: 'b'.repeat(40) } }, files: { 'packages/api/.benchline/report.json': text(restored) } });
    await put(world, 'api');
    expect((await gate(world)).result!.findings.map(({ code }) => code)).not.toContain('BNL039');
  });

  it('a comparison with a baseline that does not know the report beside it is stale', async () => {
    const world = workspace(['api'], { files: { 'packages/api/.benchline/report.json': text(reportOf('api', 1.5)) } });
    await put(world, 'api', { more: { mode: 'stored' } });
    expect((await gate(world)).stdout).toContain('it does not judge the report in packages/api/.benchline/report.json');
  });

  it('an objective that is breached fails the gate', async () => {
    const world = workspace(['api']);
    const { config } = await loadConfig(workspace([], { files: { 'packages/api/benchline.json': '{"project": "api", "slo": [{"benchmark": "small", "max": "500 ns"}]}' } }), { project: 'packages/api' });
    const slo = judgeObjectives({ report: reportOf('api', 1), digest: `sha256:${'ab'.repeat(32)}`, objectives: config.objectives });
    world.files.put('/repo/packages/api/.benchline/slo.json', text(slo));
    expect(await gate(world)).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('objectives: 1 fail [FAIL]'), result: { projects: [{ verdict: null, objectives: 'fail' }], objectives: [{ project: 'api' }] } });
  });

  it('--advisory shows the verdict and returns 0', async () => {
    const world = workspace(['api', 'core']);
    await put(world, 'api', { factor: 1.6 });
    expect(await gate(world, '--advisory')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\[FAIL\][^]*it would be 2/), result: { advisory: true, summary: { exitCode: 0, verdictCode: 2 } } });
  });

  it('writes Markdown and JUnit where asked, adds to the job summary and annotates on GitHub', async () => {
    const world = workspace(['api'], { env: { GITHUB_STEP_SUMMARY: '/repo/summary.md', GITHUB_ACTIONS: 'true' }, files: { 'summary.md': 'Before.\n' } });
    await put(world, 'api', { factor: 1.6 });
    const { stdout } = await gate(world, '--markdown', 'out/gate.md', '--junit', 'out/gate.xml');
    expect(stdout).toMatch(/^Performance Report: .*\n[^]*::error title=api%3A small regressed::/);
    expect(world.files.text('/repo/out/gate.md')).toMatch(/^### 🔴 Performance: 1 project, 2 benchmarks: 1 regressed\n/);
    expect(world.files.text('/repo/summary.md')).toBe(`Before.\n${world.files.text('/repo/out/gate.md')}`);
    expect(world.files.text('/repo/out/gate.xml')).toContain('<testsuite name="api" tests="2" failures="1" errors="0" skipped="0">');
  });

  it('--json prints the artefact; the same results give the same bytes', async () => {
    const world = workspace(['api']);
    await put(world, 'api', { factor: 1.6 });
    const first = await gate(world, '--json');
    const bytes = world.files.text('/repo/.benchline/gate.json');
    expect(JSON.parse(first.stdout)).toEqual(first.result);
    await gate(world);
    expect(world.files.text('/repo/.benchline/gate.json')).toBe(bytes);
  });

  it('a repository that is one project judges that project', async () => {
    const world = createFakeWorld({ files: { '.git/HEAD': '', 'benchline.json': '{"project": "solo"}' } });
    expect(await gate(world)).toMatchObject({ exitCode: 2, result: { projects: [{ project: 'solo', verdict: 'missing' }] } });
  });

  it('one that cannot judge leaves no earlier verdict for whoever publishes it', async () => {
    const world = workspace(['api']);
    await put(world, 'api');
    expect((await gate(world)).result).toMatchObject({ summary: { status: 'pass' } });
    expect(await gate(world, 'no-such-folder')).toMatchObject({ exitCode: 2, result: null });
  });
});

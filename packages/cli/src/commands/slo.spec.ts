import { createHash } from 'node:crypto';
import type { SloResult } from '@benchline/core/model';
import type { FakeWorld } from '../testing/fake-world.js';
import { reportText, runLine, sampleProject } from '../testing/sample-project.js';

const path = '/repo/.benchline/slo.json';

function result(world: FakeWorld): SloResult {
  return JSON.parse(world.files.text(path)) as SloResult;
}

function withObjective(objective: object, env: Record<string, string> = {}): FakeWorld {
  return sampleProject({ config: { slo: [{ benchmark: 'decode/small', ...objective }] }, env });
}

it.each([
  ['holds', { max: '2 us' }, 0, 'pass'],
  ['is missed inside its band', { max: '950 ns', tolerance: '10%' }, 0, 'warn'],
  ['is missed', { max: '950 ns' }, 3, 'fail'],
  ['matches nothing', { benchmark: 'encode', max: '2 us' }, 2, 'unknown'],
  ['is about a metric that was not measured', { metric: 'throughput', min: '80 MB/s' }, 2, 'unknown'],
])('an objective that %s', async (_, objective, exitCode, verdict) => {
  const world = withObjective(objective);
  const run = await runLine(world, 'slo');
  expect(run.exitCode).toBe(exitCode);
  expect(result(world).summary).toMatchObject({ exitCode, verdict });
  expect(run.stdout).toContain(`Exit code ${exitCode}`);
});

it('the margin is given as factor and percent', async () => {
  const world = withObjective({ max: '2 us' });
  await runLine(world, 'slo');
  expect(result(world).objectives[0]?.margin).toMatchObject({ factor: expect.closeTo(2, 1) as number, percent: expect.closeTo(50, 0) as number });
});

it('a breach is an annotation and a line of the job summary', async () => {
  const world = withObjective({ max: '1 ns' }, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/summary.md' });
  expect((await runLine(world, 'slo')).stdout).toMatch(/^::error .*decode\/small/m);
  expect(world.files.text('/summary.md')).toContain('decode/small');
});

it('no objectives: exit code 2, unless the caller does not mind', async () => {
  const world = sampleProject();
  expect(await runLine(world, 'slo')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('No objectives are configured') as string });
  expect(await runLine(world, 'slo', '--if-configured')).toMatchObject({ exitCode: 0 });
  expect(world.files.contents.has(path)).toBe(false);
});

it('another report can be named; a missing one is named back', async () => {
  const world = sampleProject({ config: { slo: [{ benchmark: '*', max: '2 us' }] }, files: { 'other.json': reportText({ runId: 'other', values: { quick: [1, 1, 1] } }) } });
  expect((await runLine(world, 'slo', '--report', 'other.json')).exitCode).toBe(0);
  expect(result(world).report.runId).toBe('other');
  expect(await runLine(world, 'slo', '--report', 'none.json')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('none.json') as string });
});

describe('--ratchet', () => {
  const slo = [{ benchmark: 'decode/small', max: '10 us' }];

  it('advises from the runs at hand, and changes nothing', async () => {
    const reports = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => reportText({ runId: `recorded-${from + index}` }));
    const texts = reports(0, 31);
    const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const entry = (text: string, index: number) => ({ path: `reports/${index}.json`, digest: digest(text), runId: `recorded-${index}`, createdAt: '2026-10-01T00:00:00.000Z' });
    const sample = JSON.parse(texts[0]!) as { provenance: { commit: object } };
    const promotion = { by: 'ada', at: '2026-10-01T00:00:00.000Z', reason: 'r', commit: sample.provenance.commit, criteria: [] };
    const baseline = { schemaVersion: 1, id: 'b1', project: 'core', hostClass: 'runner-a', fingerprint: '0123456789abcdef', promotion, reports: texts.map(entry), previous: null, held: false };
    const files = { 'baselines/b1/baseline.json': JSON.stringify(baseline), ...Object.fromEntries(texts.map((text, index) => [`baselines/b1/reports/${index}.json`, text])) };
    const world = sampleProject({ config: { slo }, files });
    const { exitCode, stdout, stderr } = await runLine(world, 'slo', '--ratchet', '--json');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ratchet: { runs: 32, needed: 30, advice: [{ objective: 0, runs: 32, proposed: '1.5 µs' }] } });
    expect(world.files.text(path)).not.toContain('ratchet');
  });

  it('says that too few were recorded', async () => {
    const world = sampleProject({ config: { slo } });
    expect((await runLine(world, 'slo', '--ratchet')).stdout).toContain('Ratchet: 1 recorded run; advice is given from 30 on.');
  });
});

describe('limits that a benchmark\'s source sets', () => {
  const limit = { metric: 'time', statistic: 'median', kind: 'ceiling', limit: 500, unit: 'ns', tolerance: 0, confident: false };

  function withSource(env: Record<string, string>): FakeWorld {
    const report = JSON.parse(reportText()) as { suites: { benchmarks: { limits?: object[] }[] }[] };
    report.suites[0]!.benchmarks[0]!.limits = [limit];
    return sampleProject({ config: { suites: [{ name: 'specs', tool: 'perf-spec' }] }, files: { '.benchline/report.json': JSON.stringify(report) }, env });
  }

  it('are set by the environment like those of the config', async () => {
    const { benchmarks } = (JSON.parse(reportText()) as { suites: { benchmarks: { id: string }[] }[] }).suites[0]!;
    const variable = `BENCHLINE_MAX__CORE__${benchmarks[0]!.id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
    expect((await runLine(withSource({}), 'slo')).exitCode).toBe(3);
    expect(await runLine(withSource({ [variable]: '1 s' }), 'slo')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('BNL043') as string });
    expect(await runLine(withSource({ BENCHLINE_MAX__CORE__NOBODY: '1 s' }), 'slo')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(variable) as string });
  });
});

it('gives the same bytes twice', async () => {
  const world = withObjective({ max: '2 us' });
  await runLine(world, 'slo');
  const once = world.files.text(path);
  world.advance(1000);
  await runLine(world, 'slo');
  expect(world.files.text(path)).toBe(once);
});

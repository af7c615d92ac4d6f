import type { Baseline, Comparison, GateResult } from '@benchline/core/model';
import { noteMeasuredHere } from '../origin/measured-here.js';
import type { FakeWorld } from '../testing/fake-world.js';
import { reportText, runLine, sampleProject } from '../testing/sample-project.js';
import { around } from '../testing/sample-report.js';

const folder = '/repo/.benchline';
const told = 'measured on 2026-11-20 at 11:00 UTC, on host class runner-a';

async function measuredHere(world: FakeWorld, runId = 'run-1'): Promise<FakeWorld> {
  await noteMeasuredHere(world, folder, { path: `${folder}/report.json`, runId });
  return world;
}

describe.each([
  ['compare', {}],
  ['slo', { slo: [{ benchmark: 'decode/small', max: '1 ms' }] }],
])('%s', (command, config) => {
  it('says of a report that nobody measured here when and where it was measured', async () => {
    const { stdout } = await runLine(sampleProject({ config }), command);
    expect(stdout).toContain('BNL045');
    expect(stdout.replace(/\s+/g, ' ')).toContain(told);
    const json = JSON.parse((await runLine(sampleProject({ config }), command, '--json')).stdout) as { findings: { code: string }[] };
    expect(json.findings.map(({ code }) => code)).toContain('BNL045');
  });

  it('says nothing of a report measured here', async () => {
    expect((await runLine(await measuredHere(sampleProject({ config })), command)).stdout).not.toContain('BNL045');
  });

  it('says so again once a cache has brought another one', async () => {
    const world = await measuredHere(sampleProject({ config }));
    world.files.put(`${folder}/report.json`, reportText({ runId: 'run-0' }));
    expect((await runLine(world, command)).stdout).toContain('BNL045');
  });
});

it('the comparison holds when and where both sides were measured, and the same bytes wherever it is made', async () => {
  const [restored, measured] = [sampleProject(), await measuredHere(sampleProject())];
  for (const world of [restored, measured]) await runLine(world, 'compare');
  expect(restored.files.text(`${folder}/comparison.json`)).toBe(measured.files.text(`${folder}/comparison.json`));
  const { head, findings } = JSON.parse(restored.files.text(`${folder}/comparison.json`)) as Comparison;
  expect(findings).toEqual([]);
  expect(head.measurements).toMatchObject([{ runId: 'run-1', at: '2026-11-20T11:00:00Z', hostClass: 'runner-a', taskHash: null }]);
});

it.each([
  ['here', true, 'here'],
  ['elsewhere', false, 'restored'],
])('the gate says of each project whether it was measured %s', async (_, here, origin) => {
  const world = sampleProject({ files: { 'nx.json': '{}' } });
  if (here) await measuredHere(world);
  await runLine(world, 'compare');
  const { stdout } = await runLine(world, 'gate');
  const gate = JSON.parse(world.files.text(`${folder}/gate.json`)) as GateResult;
  expect(gate.projects[0]?.measured).toMatchObject({ origin, measurement: { runId: 'run-1', hostClass: 'runner-a' } });
  expect(stdout.replace(/\s+/g, ' ').includes('restored from a cache or copied: core (measured on 2026-11-20')).toBe(!here);
});

it('the gate says nothing of a report that no verdict rests on', async () => {
  const world = sampleProject({ files: { 'nx.json': '{}' } });
  await runLine(world, 'compare');
  world.files.put(`${folder}/report.json`, reportText({ runId: 'run-2' }));
  await runLine(world, 'gate');
  expect((JSON.parse(world.files.text(`${folder}/gate.json`)) as GateResult).projects[0]?.measured).toBeNull();
});

describe('a report that was just promoted', () => {
  async function promoted(): Promise<FakeWorld> {
    const world = await measuredHere(sampleProject({ files: { 'nx.json': '{}' } }));
    await runLine(world, 'promote', '--reason', 'first');
    return world;
  }

  it('is told to be the baseline, exit code 0, and the artefact holds it', async () => {
    const world = await promoted();
    const { exitCode, stdout } = await runLine(world, 'compare');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('BNL047');
    expect(stdout).toContain('No evidence: the report was compared with itself.');
    expect((JSON.parse(world.files.text(`${folder}/comparison.json`)) as Comparison).findings).toMatchObject([{ code: 'BNL047', level: 'note', what: expect.stringMatching(/promoted as baseline 2026/) as string }]);
    expect((await runLine(world, 'gate')).stdout).toContain('note BNL047');
  });

  it('is no longer once something else was measured', async () => {
    const world = await promoted();
    world.files.put(`${folder}/report.json`, reportText({ runId: 'run-2', values: { 'decode/small': around(1001), 'decode/large': around(9000) } }));
    expect((await runLine(world, 'compare')).stdout).not.toContain('itself');
  });
});

describe('where only the cache may be used', () => {
  it.each([
    ['bench', ['bench'], { BENCHLINE_REQUIRE_CACHED: '1' }],
    ['bench --require-cached', ['bench', '--require-cached'], {}],
    ['paired mode', ['compare', '--against', 'main'], { BENCHLINE_REQUIRE_CACHED: 'true' }],
    ['calibrate', ['calibrate'], { BENCHLINE_REQUIRE_CACHED: '1' }],
  ])('%s fails at once, whoever measures on the machine, and names the key', async (_, argv, env) => {
    const world = sampleProject({ config: { suites: [{ name: 's', tool: 'hyperfine', command: ['hyperfine', './x'] }] }, env: { NX_TASK_HASH: '1234', ...env }, lockedBy: 'somebody' });
    const before = new Map(world.files.contents);
    expect(await runLine(world, ...argv)).toMatchObject({ exitCode: 4, stderr: expect.stringMatching(/BNL046[\s\S]*1234[\s\S]*BENCHLINE_HOST_CLASS/) as string });
    expect(world.started).toEqual([]);
    expect(world.files.contents).toEqual(before);
  });

  it.each(['compare', 'promote', 'gate'])('%s does its work: it never measures', async (command) => {
    const world = sampleProject({ env: { BENCHLINE_REQUIRE_CACHED: '1' }, files: { 'nx.json': '{}' } });
    await runLine(world, 'compare');
    expect((await runLine(world, command, ...(command === 'promote' ? ['--reason', 'r'] : []))).exitCode).toBe(0);
  });

  it.each(['', '0', 'false', 'no'])('BENCHLINE_REQUIRE_CACHED=%s changes nothing', async (value) => {
    const { stderr } = await runLine(sampleProject({ env: { BENCHLINE_REQUIRE_CACHED: value } }), 'bench');
    expect(stderr).not.toContain('BNL046');
  });
});

describe('promoting a report that nobody measured here', () => {
  const folderOf = (world: FakeWorld): string[] => world.files.paths('/repo/baselines').filter((path) => path.endsWith('baseline.json'));
  const baselines = (world: FakeWorld): Baseline[] => folderOf(world).map((path) => JSON.parse(world.files.text(path)) as Baseline);
  const other = 'b'.repeat(40);

  it('is recorded as such, with the time at which it was measured', async () => {
    const world = sampleProject();
    const { exitCode, stdout } = await runLine(world, 'promote', '--reason', 'first');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('measured  on 2026-11-20 at 11:00 UTC, not by this run: restored from a cache or copied (run run-1)');
    expect(baselines(world)[0]?.reports).toMatchObject([{ runId: 'run-1', createdAt: '2026-11-20T11:00:00Z', origin: 'restored' }]);
    expect(JSON.parse(world.files.text(folderOf(world)[0]!.replace('baseline.json', baselines(world)[0]!.reports[0]!.path)))).toMatchObject({ provenance: { measured: 'now', host: { class: 'runner-a' } } });
  });

  it('one that was measured here says nothing', async () => {
    const world = await measuredHere(sampleProject());
    expect((await runLine(world, 'promote', '--reason', 'first')).stdout).not.toContain('restored');
    expect(baselines(world)[0]?.reports).toMatchObject([{ origin: 'here' }]);
  });

  it('of an earlier commit it is refused, unless a task runner restored it for this one', async () => {
    const given = { report: { commit: { sha: other }, taskHash: '123' } };
    expect(await runLine(sampleProject(given), 'promote', '--reason', 'r')).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('same-commit') as string });
    const restored = await runLine(sampleProject({ ...given, env: { NX_TASK_HASH: '9' } }), 'promote', '--reason', 'r');
    expect(restored.exitCode).toBe(0);
    expect(restored.stdout.replace(/\s+/g, ' ')).toContain('the task runner restored it for');
    expect(await runLine(sampleProject({ report: { commit: { sha: other } }, env: { NX_TASK_HASH: '9' } }), 'promote', '--reason', 'r')).toMatchObject({ exitCode: 2 });
  });

  it('a measurement that was replaced is not promoted again; restoring its baseline is told', async () => {
    const world = sampleProject();
    await runLine(world, 'promote', '--reason', 'first');
    const first = baselines(world)[0]!.id;
    world.advance(60_000);
    world.files.put(`${folder}/report.json`, reportText({ runId: 'run-2', values: { 'decode/small': around(900), 'decode/large': around(8900) } }));
    expect((await runLine(world, 'promote', '--reason', 'second')).exitCode).toBe(0);
    world.advance(60_000);
    world.files.put(`${folder}/report.json`, reportText({ values: { 'decode/small': around(900), 'decode/large': around(8900) } }));
    const { exitCode, stdout } = await runLine(world, 'promote', '--reason', 'again');
    expect(exitCode).toBe(2);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`run run-1 was promoted before, as baseline ${first}`);
    expect(baselines(world)).toHaveLength(2);
  });
});

import type { Baseline, BaselinePointer } from '@benchline/core/model';
import type { FakeWorld } from '../testing/fake-world.js';
import { reportText, runLine, sampleProject } from '../testing/sample-project.js';
import { around } from '../testing/sample-report.js';

const folder = '/repo/baselines';

function pointer(world: FakeWorld): BaselinePointer {
  return JSON.parse(world.files.text(`${folder}/current.json`)) as BaselinePointer;
}

function inForce(world: FakeWorld): Baseline {
  const id = Object.values(pointer(world).current)[0]?.id ?? 'none';
  return JSON.parse(world.files.text(`${folder}/${id}/baseline.json`)) as Baseline;
}

/** Another measurement, an hour later. */
function measure(world: FakeWorld, factor: number, runId: string): void {
  world.advance(3_600_000);
  world.files.put('/repo/.benchline/report.json', reportText({ runId, values: { 'decode/small': around(1000 * factor), 'decode/large': around(9000) } }));
}

it('the first report of the default branch becomes the baseline, with its record', async () => {
  const world = sampleProject();
  const { exitCode, stdout } = await runLine(world, 'promote', '--reason', 'first');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Promoted');
  expect(inForce(world)).toMatchObject({ hostClass: 'runner-a', previous: null, held: false, promotion: { by: 'Ada Example', reason: 'first', at: '2026-11-20T12:00:00.000Z' } });
  expect(inForce(world).promotion.criteria.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

it('the next one replaces it and names it', async () => {
  const world = sampleProject();
  await runLine(world, 'promote', '--reason', 'first');
  const first = inForce(world).id;
  measure(world, 0.9, 'run-2');
  expect((await runLine(world, 'promote', '--reason', 'faster')).exitCode).toBe(0);
  expect(inForce(world)).toMatchObject({ previous: first, promotion: { reason: 'faster' } });
});

it('promoting the same report again changes nothing', async () => {
  const world = sampleProject();
  await runLine(world, 'promote', '--reason', 'first');
  const before = new Map(world.files.contents);
  world.advance(5000);
  const { exitCode, stdout } = await runLine(world, 'promote', '--reason', 'again');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('in force already');
  expect(world.files.contents).toEqual(before);
});

it('--dry-run shows every criterion and writes nothing, with or without a reason', async () => {
  const world = sampleProject();
  const before = new Map(world.files.contents);
  const { exitCode, stdout } = await runLine(world, 'promote', '--dry-run');
  expect(exitCode).toBe(0);
  for (const name of ['measured', 'same-commit', 'default-branch', 'clean-tree', 'objectives', 'no-regression', 'tests-passed']) expect(stdout).toContain(name);
  expect(world.files.contents).toEqual(before);
});

describe('is refused', () => {
  const refusals: [string, Parameters<typeof sampleProject>[0], string[], number, string][] = [
    ['off the default branch', { git: { ancestors: [] } }, [], 2, 'default-branch'],
    ['where no repository is', { git: { top: null } }, [], 2, 'default-branch'],
    ['with uncommitted changes', { git: { commit: { dirty: true } } }, [], 2, 'clean-tree'],
    ['when it was measured with uncommitted changes', { report: { commit: { dirty: true } } }, [], 2, 'clean-tree'],
    ['when another commit is checked out', { git: { commit: { sha: 'b'.repeat(40) } } }, [], 2, 'same-commit'],
    ['when it misses an objective', { config: { slo: [{ benchmark: 'decode/small', max: '500 ns' }] } }, [], 3, 'objectives'],
    ['when an objective cannot be checked', { config: { slo: [{ benchmark: 'encode', max: '500 ns' }] } }, [], 2, 'objectives'],
    ['in CI without an attestation of the tests', { env: { CI: 'true' } }, [], 2, 'tests-passed'],
    ['when the tests did not pass', { env: { CI: 'true', BENCHLINE_TESTS_PASSED: 'false' } }, [], 2, 'tests-passed'],
  ];

  it.each(refusals)('%s, and nothing is written', async (_, given, argv, exitCode, criterion) => {
    const world = sampleProject(given);
    const before = new Map(world.files.contents);
    const result = await runLine(world, 'promote', '--reason', 'r', '--json', ...argv);
    const { criteria, findings } = JSON.parse(result.stdout) as { criteria: { name: string; outcome: string }[]; findings: { code: string }[] };
    expect(result.exitCode).toBe(exitCode);
    expect(criteria.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toContain(criterion);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['BNL006']));
    expect(world.files.contents).toEqual(before);
  });

  it('when it is slower, with exit code 3', async () => {
    const world = sampleProject();
    await runLine(world, 'promote', '--reason', 'first');
    const first = inForce(world).id;
    measure(world, 1.5, 'run-2');
    const { exitCode, stdout } = await runLine(world, 'promote', '--reason', 'slower');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('no-regression');
    expect(inForce(world).id).toBe(first);
  });

  it('without a reason', async () => {
    const { exitCode, stdout } = await runLine(sampleProject(), 'promote');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('--reason');
  });

  it('where a report is missing: every one is named', async () => {
    const { exitCode, stderr } = await runLine(sampleProject(), 'promote', '--reason', 'r', '--report', 'a.json', 'b.json');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/a\.json[\s\S]*b\.json/);
  });

  it('where the folder cannot be written: a tooling error, and no baseline', async () => {
    const world = sampleProject({ readOnly: [folder] });
    expect(await runLine(world, 'promote', '--reason', 'r')).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('BNL015') as string });
    expect(world.files.paths(folder)).toEqual([]);
  });
});

it.each([[['--tests-passed'], {}], [[], { BENCHLINE_TESTS_PASSED: 'true' }]])('in CI the tests are attested by %j or the environment %j, and the actor promotes', async (argv, env) => {
  const world = sampleProject({ env: { CI: 'true', GITHUB_ACTOR: 'octo', ...env } });
  expect((await runLine(world, 'promote', '--reason', 'r', ...argv)).exitCode).toBe(0);
  expect(inForce(world).promotion).toMatchObject({ by: 'octo', criteria: expect.arrayContaining([expect.objectContaining({ name: 'tests-passed', outcome: 'met' })]) as unknown });
});

it('several reports of one commit form one baseline', async () => {
  const world = sampleProject({ files: { 'a.json': reportText({ runId: 'a' }), 'b.json': reportText({ runId: 'b' }) } });
  expect((await runLine(world, 'promote', '--reason', 'r', '--report', 'a.json', 'b.json')).exitCode).toBe(0);
  expect(inForce(world).reports.map(({ runId }) => runId)).toEqual(['a', 'b']);
});

describe('baseline', () => {
  async function three(config: object = {}): Promise<{ world: FakeWorld; ids: string[] }> {
    const world = sampleProject({ config });
    const ids: string[] = [];
    for (const [index, factor] of [1, 0.95, 0.9].entries()) {
      measure(world, factor, `run-${index}`);
      await runLine(world, 'promote', '--reason', `reason ${index}`, ...(index === 0 ? ['--hold'] : []));
      ids.push(inForce(world).id);
    }
    return { world, ids };
  }

  it('list shows all, newest first, and which is in force', async () => {
    const { world, ids } = await three();
    const { exitCode, stdout } = await runLine(world, 'baseline', 'list', '--json');
    expect(exitCode).toBe(0);
    const { baselines, current } = JSON.parse(stdout) as { baselines: Baseline[]; current: BaselinePointer['current'] };
    expect(baselines.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(current['runner-a']?.id).toBe(ids[2]);
    expect((await runLine(world, 'baseline', 'list')).stdout).toMatch(/^\* .*reason 2$/m);
  });

  it('show tells who promoted one and why', async () => {
    const { world, ids } = await three();
    expect((await runLine(world, 'baseline', 'show', ids[1]!)).stdout).toContain('reason 1');
    expect((await runLine(world, 'baseline', 'show', 'none')).exitCode).toBe(2);
  });

  it('prune removes neither what is held nor what is in force, and says beforehand what it would do', async () => {
    const { world, ids } = await three({ baselines: { keep: 1, keepMonths: 0 } });
    expect((await runLine(world, 'baseline', 'prune', '--dry-run')).stdout).toContain(`would prune ${ids[1]}`);
    expect(world.files.contents.has(`${folder}/${ids[1]}/baseline.json`)).toBe(true);

    expect((await runLine(world, 'baseline', 'prune')).stdout).toContain(`pruned ${ids[1]}`);
    const left = new Set(world.files.paths(folder).map((path) => path.split('/')[3]));
    expect(left).toEqual(new Set([ids[0], ids[2], 'current.json']));
  });

  it('prune finishes what an interrupted one began', async () => {
    const { world } = await three();
    world.files.put(`${folder}/.retired-old/baseline.json`, '{}');
    await runLine(world, 'baseline', 'prune');
    expect(world.files.paths(`${folder}/.retired-old`)).toEqual([]);
  });

  it('restore puts an older one in force again, which compare then uses', async () => {
    const { world, ids } = await three();
    expect((await runLine(world, 'baseline', 'restore', ids[0]!, '--dry-run')).stdout).toContain('would be in force');
    expect(inForce(world).id).toBe(ids[2]);
    expect((await runLine(world, 'baseline', 'restore', ids[0]!)).exitCode).toBe(0);
    expect(inForce(world).id).toBe(ids[0]);
    await runLine(world, 'compare');
    expect(JSON.parse(world.files.text('/repo/.benchline/comparison.json'))).toMatchObject({ base: { baseline: ids[0] } });
    expect((await runLine(world, 'baseline', 'restore', ids[0]!)).stdout).toContain('already');
  });

  it('promote --prune applies retention at once', async () => {
    const world = sampleProject({ config: { baselines: { keep: 1, keepMonths: 0 } } });
    await runLine(world, 'promote', '--reason', 'first');
    const first = inForce(world).id;
    measure(world, 0.9, 'run-2');
    expect((await runLine(world, 'promote', '--reason', 'second', '--prune')).stdout).toContain(`pruned ${first}`);
  });
});

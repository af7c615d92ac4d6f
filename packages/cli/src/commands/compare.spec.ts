import fc from 'fast-check';
import type { Comparison } from '@benchline/core/model';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { promoteReports } from '../govern/promote-reports.js';
import { main } from '../main.js';
import { createFakeWorld, type FakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { around, sampleReport, type SampleReport } from '../testing/sample-report.js';

const comparisonPath = '/repo/.benchline/comparison.json';

function written(report: SampleReport): string {
  return [...renderCanonicalJson(sampleReport(report))].join('');
}

function slower(factor: number, runId = 'head'): SampleReport {
  return { runId, values: { 'decode/small': around(1000 * factor), 'decode/large': around(9000) } };
}

/** A project with a report and, unless it is null, a baseline of another report. */
async function project(head: SampleReport, base: SampleReport | null = { runId: 'base' }, options: FakeWorldOptions = {}): Promise<FakeWorld> {
  const world = createFakeWorld({ ...options, files: { 'benchline.json': '{"project":"core"}', '.benchline/report.json': written(head), ...options.files } });
  if (base !== null) await baselineOf(world, base);
  return world;
}

async function baselineOf(world: FakeWorld, base: SampleReport): Promise<void> {
  const path = '/repo/base.json';
  world.files.put(path, written(base));
  const { digest } = await world.files.digest(path);
  const hostClass = base.hostClass ?? 'runner-a';
  const promotion = { by: 'ada', at: '2026-11-20T11:30:00Z', reason: 'first', commit: sampleReport(base).provenance.commit, criteria: [] };
  const reports = [{ path: 'reports/base.json', digest, runId: 'base', createdAt: '2026-11-20T11:00:00Z' }];
  const baseline = { schemaVersion: 1 as const, id: 'b1', project: 'core', hostClass, fingerprint: base.fingerprint ?? '0123456789abcdef', promotion, reports, previous: null, held: false };
  await promoteReports({ world, folder: '/repo/baselines' }, { baseline, sources: [{ path, digest }], seen: null });
}

async function run(world: FakeWorld, ...argv: string[]) {
  const exitCode = await main(['compare', ...argv], world);
  return { exitCode, stdout: world.printed(), stderr: world.complained() };
}

function comparison(world: FakeWorld): Comparison {
  return JSON.parse(world.files.text(comparisonPath)) as Comparison;
}

function verdicts(world: FakeWorld): Record<string, string> {
  return Object.fromEntries(comparison(world).rows.map(({ benchmark, verdict }) => [benchmark, verdict]));
}

describe('against the baseline', () => {
  it.each([
    ['faster', 0.8, 0, ['improved']],
    ['10 % slower', 1.1, 0, ['unchanged', 'inconclusive']],
    ['20 % slower', 1.2, 0, ['warn']],
    ['30 % slower', 1.3, 3, ['regressed']],
  ])('%s gives the exit code and the aggregate of its worst row', async (_, factor, exitCode, worst) => {
    const world = await project(slower(factor));
    expect((await run(world)).exitCode).toBe(exitCode);
    expect(worst).toContain(verdicts(world)['decode/small']);
    expect(comparison(world).summary.exitCode).toBe(exitCode);
    expect(comparison(world).base).toMatchObject({ baseline: 'b1', runIds: ['base'] });
  });

  it('shows both values with their unit, the change, and the commit of the baseline', async () => {
    const { stdout } = await run(await project(slower(1.3)));
    expect(stdout).toMatch(/1(\.00)? µs/);
    expect(stdout).toContain('1.30 µs');
    expect(stdout).toMatch(/\+30(\.\d)? %/);
    expect(stdout).toContain('aaaaaaa');
  });

  it('gives the same bytes twice', async () => {
    const world = await project(slower(1.3));
    await run(world);
    const once = world.files.text(comparisonPath);
    world.advance(3_600_000);
    await run(world);
    expect(world.files.text(comparisonPath)).toBe(once);
  });

  it('without a baseline everything is new, and that is a success', async () => {
    const world = await project(slower(1), null);
    expect((await run(world)).exitCode).toBe(0);
    expect(comparison(world).base).toBeNull();
    expect(new Set(Object.values(verdicts(world)))).toEqual(new Set(['new']));
  });

  it('with baselines of which none is in force everything is new, and that is said', async () => {
    const world = await project(slower(1));
    await world.files.remove('/repo/baselines/current.json');
    const { exitCode, stdout } = await run(world);
    expect(exitCode).toBe(0);
    expect(new Set(Object.values(verdicts(world)))).toEqual(new Set(['new']));
    expect(comparison(world).findings).toMatchObject([{ code: 'BNL032', level: 'warning' }]);
    expect(stdout.replace(/\s+/g, ' ')).toContain('benchline baseline restore ID');
  });

  it('of another class of machine nothing is comparable, never a regression, and the row says why', async () => {
    const world = await project({ ...slower(3), hostClass: 'runner-a' }, { runId: 'base', hostClass: 'runner-b', fingerprint: 'fedcba9876543210' });
    expect((await run(world)).exitCode).toBe(0);
    expect(new Set(Object.values(verdicts(world)))).toEqual(new Set(['not-comparable']));
    expect(comparison(world).rows[0]?.differences.map(({ field }) => field)).toContain('host');
  });

  it('a benchmark that vanished is a row of its own and no pass', async () => {
    const world = await project({ runId: 'head', values: { 'decode/small': around(1000) } });
    expect((await run(world)).exitCode).toBe(2);
    expect(verdicts(world)['decode/large']).toBe('missing');
  });

  it('is read from the configured folder, for the project named', async () => {
    const world = createFakeWorld({ cwd: '/repo', files: { 'packages/x/benchline.json': '{"baselines":{"directory":"perf"}}', 'packages/x/.benchline/report.json': written({}) } });
    expect((await run(world, '--project', 'packages/x')).exitCode).toBe(0);
    expect(world.files.contents.has('/repo/packages/x/.benchline/comparison.json')).toBe(true);
  });
});

describe('on GitHub Actions', () => {
  it('annotates what failed, and adds the Markdown to the job summary', async () => {
    const world = await project(slower(1.3), { runId: 'base' }, { env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/runner/summary.md' }, files: { '/runner/summary.md': 'other step' } });
    expect((await run(world)).stdout).toMatch(/^::error title=core%3A decode\/small/m);
    expect(world.files.text('/runner/summary.md')).toMatch(/^other step\n[\s\S]*decode\/small/);
  });

  it('warns of a warning', async () => {
    const world = await project(slower(1.2), { runId: 'base' }, { env: { GITHUB_ACTIONS: 'true' } });
    expect((await run(world)).stdout).toMatch(/^::warning title=core%3A decode\/small/m);
  });

  it('a summary that cannot be written does not change the verdict', async () => {
    const world = await project(slower(1.3), { runId: 'base' }, { env: { GITHUB_STEP_SUMMARY: '/runner/summary.md' }, readOnly: ['/runner'] });
    const { exitCode, stderr } = await run(world);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('job summary could not be written');
  });
});

describe('of two files', () => {
  it('compares them, whatever the baseline', async () => {
    const world = await project({ runId: 'x' }, { runId: 'base' }, { files: { 'a.json': written({ runId: 'a' }), 'b.json': written(slower(1.4, 'b')) } });
    expect((await run(world, 'a.json', 'b.json')).exitCode).toBe(3);
    expect(comparison(world)).toMatchObject({ mode: 'files', base: { runIds: ['a'], baseline: null }, head: { runIds: ['b'] } });
  });

  it('names every one that is missing, with exit code 2, and writes nothing', async () => {
    const world = createFakeWorld({ files: { 'benchline.json': '{}' } });
    const { exitCode, stderr } = await run(world, 'a.json', 'b.json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('/repo/a.json');
    expect(stderr).toContain('/repo/b.json');
    expect(world.files.contents.has(comparisonPath)).toBe(false);
  });

  it.each([
    ['truncated', (text: string) => text.slice(0, 300)],
    ['not a report', () => '{"schemaVersion":1}'],
    ['not finite', (text: string) => text.replace('"n": 80', '"n": NaN')],
    ['beyond every number', (text: string) => text.replace('"n": 80', '"n": 1e999')],
    ['nested too deep', () => '['.repeat(20_000) + ']'.repeat(20_000)],
    ['empty', () => ''],
  ])('refuses one that is %s, and leaves the last comparison as it was', async (_, change) => {
    const world = createFakeWorld({ files: { 'benchline.json': '{}', 'a.json': written({}), 'b.json': change(written({})), '.benchline/comparison.json': 'last' } });
    const { exitCode, stderr } = await run(world, 'a.json', 'b.json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('b.json');
    expect(world.files.text(comparisonPath)).toBe('last');
  });

  it.each([[['a.json']], [['a.json', 'b.json', 'c.json']]])('takes two or none: %j', async (operands) => {
    const { exitCode, stderr } = await run(createFakeWorld(), ...operands);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('BNL016');
  });
});

it('a report that is missing is named, and nothing is written', async () => {
  const world = createFakeWorld({ files: { 'benchline.json': '{}' } });
  const { exitCode, stderr } = await run(world);
  expect([exitCode, world.files.contents.has(comparisonPath)]).toEqual([2, false]);
  expect(stderr).toContain('benchline bench makes it');
});

it('a folder that cannot be written is a tooling error', async () => {
  const world = await project(slower(1), null, { readOnly: ['/repo/.benchline'] });
  const { exitCode, stderr } = await run(world);
  expect(exitCode).toBe(4);
  expect(stderr).toContain('BNL015');
});

it.each([[['--time-budget', '1 min']], [['--control', 'off']], [['--seed', 's']], [['--suite', 'decode']], [['--filter', 'x']]])('%j without --against is refused: it would be ignored', async (flags) => {
  const { exitCode, stderr } = await run(await project(slower(1)), ...flags);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`${flags[0]} belongs to --against`)]);
});

describe('--explain', () => {
  it('shows everything behind a verdict, from the stored comparison, and writes nothing', async () => {
    const world = await project(slower(1.3));
    await run(world);
    const before = new Map(world.files.contents);
    const { exitCode, stdout } = await run(world, '--explain', 'decode/small');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/decode\/small, time \(.*\), suite decode/);
    expect(world.files.contents).toEqual(before);
  });

  it('understands a pattern, and names what there is where nothing matches', async () => {
    const world = await project(slower(1.3));
    await run(world);
    expect((await run(world, '--explain', 'decode/*', '--json')).exitCode).toBe(0);
    const { exitCode, stderr } = await run(world, '--explain', 'encode');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('decode/large, decode/small');
  });

  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`codec/decode/size=${index}`, around(1000)]));
  const values = { ...many, 'codec/encode': around(1000), 'codec/encode/fast': around(1000), 'bench/fast/copy': around(1000) };

  it.each([
    ['its end', 'encode/fast', 'codec/encode/fast'],
    ['its last part, though other ids contain it', 'encode', 'codec/encode'],
    ['something within', 'nch/fa', 'bench/fast/copy'],
    ['all of it, though other ids begin so', 'codec/encode', 'codec/encode'],
  ])('understands a part of one id: %s', async (_, part, id) => {
    const world = await project({ runId: 'head', values }, { runId: 'base', values });
    await run(world);
    const before = world.printed().length;
    await run(world, '--explain', part, '--json');
    const rows = JSON.parse(world.printed().slice(before)) as { benchmark: string }[];
    expect(new Set(rows.map(({ benchmark }) => benchmark))).toEqual(new Set([id]));
  });

  it('lists at most ten of the ids that a part may mean', async () => {
    const world = await project({ runId: 'head', values }, { runId: 'base', values });
    await run(world);
    const { exitCode, stderr } = await run(world, '--explain', 'decode');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('decode is part of 12 benchmarks\' ids');
    expect(stderr.match(/codec\/decode\/size=\d+/g)).toHaveLength(10);
    expect(stderr).toContain('and 2 more');
  });
});

it('hostile names are shown harmlessly, wherever they are shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('\n', '\u001b[2J', '::error::x', '|', '<script>', '../', '__proto__', '\r', '\u202e', 'a'), { minLength: 1, maxLength: 6 }), async (parts) => {
      const name = parts.join('');
      const world = await project({ runId: 'head', values: { [`x${name}`]: around(2000) } }, { runId: 'base', values: { [`x${name}`]: around(1000) } }, { env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/summary.md' } });
      const { exitCode, stdout } = await run(world);
      expect(exitCode).toBe(3);
      expect(stdout).not.toMatch(/\u001b|\u202e|\r/);
      const commands = stdout.split('\n').filter((line) => line.startsWith('::'));
      expect(commands.every((line) => /^::(error|warning|notice) title=/.test(line))).toBe(true);
      expect(world.files.text('/summary.md')).not.toContain('<script>x');
    }),
    { numRuns: 40, seed: 7 },
  );
});

it.each([['a folder', 'reports', 'it is a folder'], ['nothing', 'gone.json', 'is missing']])('%s given as a report is a mistake, not a failure: exit code 2', async (_, path, words) => {
  const world = await project(slower(1), null, { files: { 'reports/report.json': '{}' } });
  const { exitCode, stderr } = await run(world, path, '.benchline/report.json');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(words);
});

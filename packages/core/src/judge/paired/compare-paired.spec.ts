import type { Comparison, ComparisonPolicy, ComparisonSide, PairedSeries } from '../../model/generated/types.js';
import validateComparison from '../../model/generated/validators/comparison.js';
import { replayPaired } from '../replay/replay-paired.js';
import { roundOf, seriesOf } from '../testing/paired-series.js';
import { policy } from '../testing/reports.js';
import { comparePaired, type PairedComparison } from './compare-paired.js';

const side: ComparisonSide = { digests: [], runIds: [], baseline: null, commit: { sha: null, dirty: null, branch: null, mergeBase: null }, fingerprint: '0123456789abcdef' };

function compare(series: PairedSeries[], parts: Partial<Omit<PairedComparison, 'run'>> & { looksTaken?: number } = {}): Comparison {
  const { looksTaken = 3, ...rest } = parts;
  const run = { seed: '1', blockSize: 5, looks: [10, 20, 30], looksTaken, endedBy: 'last-look' as const, series };
  const comparison = comparePaired({ project: 'p', base: side, head: side, policy, run, ...rest });
  const written = JSON.parse(JSON.stringify(comparison)) as Comparison;
  expect({ valid: validateComparison(written), errors: validateComparison.errors }).toEqual({ valid: true, errors: null });
  expect(replayPaired(written)).toEqual([]);
  return comparison;
}

const withPolicy = (parts: Partial<ComparisonPolicy>): ComparisonPolicy => ({ ...policy, ...parts });

describe('comparePaired', () => {
  it.each([
    { factor: 1, verdict: 'unchanged', exitCode: 0 },
    { factor: 1.05, verdict: 'warn', exitCode: 0 },
    { factor: 1.15, verdict: 'regressed', exitCode: 3 },
    { factor: 0.93, verdict: 'improved', exitCode: 0 },
  ])('judges a factor of $factor as $verdict', ({ factor, verdict, exitCode }) => {
    const comparison = compare([seriesOf({ factor })]);
    expect(comparison.rows[0]).toMatchObject({ verdict, rule: 'paired', grade: 'paired', statistic: 'location', thresholds: { warn: 0.025, fail: 0.1 }, floor: expect.closeTo(0.01) });
    expect(comparison.rows[0]?.slowdown).toBeCloseTo(factor - 1, 1);
    expect(comparison.summary.exitCode).toBe(exitCode);
  });

  it('reads a throughput the other way round', () => {
    expect(compare([seriesOf({ factor: 1.2, direction: 'higher' })]).rows[0]).toMatchObject({ verdict: 'regressed', ratio: expect.closeTo(1 / 1.2, 1), slowdown: expect.closeTo(0.2, 1) });
  });

  it('is not misled by drift that both sides share', () => {
    expect(compare([seriesOf({ drift: 0.2 })]).rows[0]?.verdict).toBe('unchanged');
  });

  it('stops at the first look that decides', () => {
    expect(compare([seriesOf({ factor: 1 })]).rows[0]?.base?.rounds).toBe(10);
  });

  it('says what it would take where the noise hides the answer', () => {
    const row = compare([seriesOf({ cv: 0.12, seed: 3 })]).rows[0];
    expect(row).toMatchObject({ verdict: 'inconclusive', reason: expect.stringMatching(/not settled; so many rounds show changes from [\d.]+ % on, 5 % needs \d+ rounds a side/) });
    expect(row?.roundsNeeded).toBeGreaterThan(30);
    expect(row?.detectable).toBeGreaterThan(0.05);
  });

  it('says that the means of the rounds keep it open where their centres agree', () => {
    const calm = seriesOf({ factor: 1, cv: 0.002 });
    const spiked = { ...calm, rounds: calm.rounds.map((round, index) => ({ ...round, mean: (round.mean ?? 1) * (1 + 0.4 * ((index * 7) % 5)) })) };
    const row = compare([spiked]).rows[0];
    expect(row).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('a few slow iterations move the rounds\' means') });
    expect(row?.roundsNeeded).toBeGreaterThanOrEqual((row?.base?.rounds ?? 0) + 5);
  });

  it.each([
    { name: 'confirmed', fresh: { rounds: 10, factor: 1.2 }, verdict: 'regressed', confirmation: 'confirmed', exitCode: 3 },
    { name: 'refuted', fresh: { rounds: 10, factor: 1 }, verdict: 'warn', confirmation: 'refuted', exitCode: 0 },
    { name: 'left open by too few rounds', fresh: { rounds: 3, factor: 1 }, verdict: 'regressed', confirmation: 'unconfirmed', exitCode: 3 },
  ])('judges a failure that is $name', ({ fresh, verdict, confirmation, exitCode }) => {
    const comparison = compare([seriesOf({ factor: 1.2, rounds: 10, confirmation: fresh })], { looksTaken: 1 });
    expect(comparison.rows[0]).toMatchObject({ verdict, confirmation });
    expect(comparison.summary.exitCode).toBe(exitCode);
  });

  it('does not call unchanged what is slower in most iterations but not the fastest', () => {
    const series = seriesOf();
    const rounds = series.rounds.map((round) => (round.side === 'head' ? { ...round, mean: (round.mean ?? 0) * 1.2 } : round));
    expect(compare([{ ...series, rounds }]).rows[0]?.verdict).toBe('inconclusive');
  });

  it('takes location for all there is where rounds have no mean', () => {
    const series = seriesOf({ kind: 'summary' });
    expect(compare([{ ...series, rounds: series.rounds.map((round) => ({ ...round, mean: null, tail: null })) }]).rows[0]?.verdict).toBe('unchanged');
  });

  it('leaves a run that ended before its first look was full inconclusive', () => {
    expect(compare([seriesOf({ factor: 1.02, rounds: 3 })], { looksTaken: 1 }).rows[0]).toMatchObject({ verdict: 'inconclusive', base: { rounds: 3 } });
    expect(compare([seriesOf({ factor: 2, rounds: 10 })], { looksTaken: 0 }).rows[0]).toMatchObject({ verdict: 'inconclusive', p: null });
  });

  it('controls false discoveries over the whole run', () => {
    const p = (rows: Comparison['rows']) => rows.find(({ benchmark }) => benchmark === 'slow')?.verdict;
    const slow = seriesOf({ benchmark: 'slow', factor: 1.12, cv: 0.02, rounds: 10, seed: 11 });
    const others = Array.from({ length: 300 }, (_, index) => seriesOf({ benchmark: `b${index}`, rounds: 10, seed: index + 20 }));
    expect(p(compare([slow], { looksTaken: 1 }).rows)).toBe('regressed');
    // Two blocks cannot bring one benchmark among more than 127 below the line.
    expect(p(compare([slow, ...others], { looksTaken: 1 }).rows)).not.toBe('regressed');
  });

  it('lets an override move the limits', () => {
    const override = { suite: null, benchmark: 'a', metric: null, warn: 0.3, fail: null, reason: 'r', expires: null, expired: false };
    expect(compare([seriesOf({ factor: 1.15 })], { policy: withPolicy({ overrides: [override] }) }).rows[0]).toMatchObject({ verdict: 'unchanged', thresholds: { warn: 0.3, fail: 0.3 }, override: 0 });
  });

  it('holds a calibrated floor above its own', () => {
    const floors = [{ suite: 'suite', benchmark: 'a', metric: 'time', floor: 0.3 }];
    expect(compare([seriesOf({ factor: 1.15 })], { policy: withPolicy({ floors }) }).rows[0]).toMatchObject({ verdict: 'inconclusive', floor: expect.closeTo(0.3) });
  });
});

describe('the tail', () => {
  const p95 = withPolicy({ statistic: 'p95' });
  const slowTail = (): PairedSeries => {
    const series = seriesOf();
    return { ...series, rounds: series.rounds.map((round) => (round.side === 'head' ? { ...round, tail: (round.tail ?? 0) * 1.5 } : round)) };
  };

  it('is a row of its own where the policy asks for p95', () => {
    const rows = compare([slowTail()], { policy: p95 }).rows;
    expect(rows.map(({ statistic, verdict }) => [statistic, verdict])).toEqual([['location', 'unchanged'], ['p95', 'regressed']]);
    expect(rows[1]).toMatchObject({ thresholds: { warn: 0.1, fail: 0.2 }, floor: expect.closeTo(0.03) });
  });

  it('is told to be unknown where the tool does not show it', () => {
    const series = seriesOf();
    const rows = compare([{ ...series, rounds: series.rounds.map((round) => ({ ...round, tail: null })) }], { policy: p95 }).rows;
    expect(rows.map(({ statistic, verdict, rule }) => [statistic, verdict, rule])).toEqual([['location', 'unchanged', 'paired'], ['p95', 'inconclusive', 'observations']]);
  });

  it('is left out otherwise', () => {
    expect(compare([slowTail()]).rows.map(({ statistic }) => statistic)).toEqual(['location']);
  });
});

describe('what needs no statistics', () => {
  it('compares exact counts directly', () => {
    const exact = (head: number): PairedSeries => ({ ...seriesOf({ kind: 'exact' }), rounds: [roundOf('base', 0, 1000), roundOf('head', 0, head)] });
    expect(compare([exact(1000)]).rows[0]).toMatchObject({ verdict: 'unchanged', rule: 'exact' });
    expect(compare([exact(1050)]).rows[0]).toMatchObject({ verdict: 'warn', rule: 'exact' });
    expect(compare([exact(1101)]).rows[0]).toMatchObject({ verdict: 'regressed', rule: 'exact' });
  });

  it('never gates an unknown direction', () => {
    expect(compare([seriesOf({ direction: null, factor: 2 })]).rows[0]).toMatchObject({ verdict: 'inconclusive', rule: 'direction' });
  });

  it('shows benchmarks that one side does not have', () => {
    const presence = [
      { suite: 'suite', benchmark: 'broken', base: 'ok', head: 'failed' },
      { suite: 'suite', benchmark: 'gone', base: 'ok', head: null },
      { suite: 'suite', benchmark: 'added', base: null, head: 'ok' },
      { suite: 'suite', benchmark: 'skipped', base: 'skipped', head: 'skipped' },
    ] as const;
    const comparison = compare([seriesOf(), seriesOf({ benchmark: 'broken' })], { presence });
    expect(comparison.rows.map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([['a', 'unchanged'], ['added', 'new'], ['broken', 'failed'], ['gone', 'missing'], ['skipped', 'not-comparable']]);
  });

  it('shows metrics that one side does not have', () => {
    const only = (which: 'base' | 'head'): PairedSeries => ({ ...seriesOf({ benchmark: which }), rounds: seriesOf().rounds.filter((round) => round.side === which) });
    expect(compare([only('base'), only('head')]).rows.map(({ verdict }) => verdict)).toEqual(['missing', 'new']);
    expect(compare([{ ...only('base'), direction: null }]).rows.map(({ verdict }) => verdict)).toEqual(['not-comparable']);
  });

  it('notes what differs between the sides without refusing', () => {
    const differences = [{ suite: 'suite', benchmark: null, differences: [{ field: 'toolchain', base: 'rustc 1.80', head: 'rustc 1.81' }] }];
    expect(compare([seriesOf()], { differences }).rows[0]).toMatchObject({ verdict: 'unchanged', differences: [{ field: 'toolchain' }] });
  });

  it.each([
    ['B', 'unchanged'],
    ['count', 'unchanged'],
    ['ns', 'inconclusive'],
  ] as const)('nothing on both sides, in %s, is %s: only of a clock zero means too coarse', (unit, verdict) => {
    const nothing: PairedSeries = { ...seriesOf(), unit, rounds: (['base', 'head'] as const).flatMap((side) => Array.from({ length: 10 }, (_, block) => roundOf(side, block, 0))) };
    expect(compare([nothing]).rows[0]).toMatchObject({ verdict });
    expect(compare([{ ...nothing, rounds: [...nothing.rounds, roundOf('head', 11, 1)] }]).rows[0]).toMatchObject({ verdict: 'inconclusive' });
  });

  it('does not divide by zero', () => {
    const zero: PairedSeries = { ...seriesOf(), rounds: [roundOf('base', 0, 0), roundOf('head', 0, 1)] };
    expect(compare([zero]).rows[0]).toMatchObject({ verdict: 'inconclusive', ratio: null });
  });
});

describe('the control arm', () => {
  const many = (factor: number, count = 24) => Array.from({ length: count }, (_, index) => seriesOf({ benchmark: `b${index}`, seed: index + 1, control: { rounds: 10, factor: index < 2 ? factor : 1 }, factor: index === 5 ? 1.3 : 1 }));

  it('counts its false alarms', () => {
    expect(compare(many(1)).paired).toMatchObject({ unstable: false, control: { judged: 24, flagged: 0, interval: { lower: 0, upper: expect.closeTo(0.142, 2), level: 0.95 } } });
    expect(compare([seriesOf()]).paired?.control).toBeNull();
  });

  it('may have blocks of its own, whose base rounds say nothing of head', () => {
    const series = seriesOf({ rounds: 10 });
    const own = seriesOf({ rounds: 10, factor: 1.3, seed: 4 }).rounds.map((round) => ({ ...round, block: (round.block ?? 0) + 100, ...(round.side === 'head' ? { side: 'control' as const } : {}) }));
    const comparison = compare([{ ...series, rounds: [...series.rounds, ...own] }]);
    expect(comparison.rows[0]).toMatchObject({ verdict: 'unchanged', base: { rounds: 10 } });
    expect(comparison.paired?.control).toMatchObject({ judged: 1, flagged: 1 });
  });

  it('makes failures of an unstable run inconclusive', () => {
    const comparison = compare(many(1.2));
    expect(comparison.paired).toMatchObject({ unstable: true, control: { flagged: 2 } });
    expect(comparison.rows.find(({ benchmark }) => benchmark === 'b5')).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('unstable') });
  });

  it('is not heard with fewer than twenty controls', () => {
    expect(compare(many(1.2, 19))).toMatchObject({ paired: { unstable: false, control: { flagged: 2 } }, summary: { verdict: 'regressed' } });
  });

  it('holds its scatter against the profile\'s', () => {
    const scattered = Array.from({ length: 24 }, (_, index) => seriesOf({ benchmark: `b${index}`, seed: index + 1, cv: 0.002, control: { rounds: 10, factor: index % 2 === 0 ? 1.02 : 0.98 } }));
    const floors = (floor: number) => withPolicy({ floors: scattered.map(({ suite, benchmark, metric }) => ({ suite, benchmark, metric, floor })) });
    expect(compare(scattered, { policy: floors(0.02) }).paired).toMatchObject({ unstable: true, control: { flagged: 0 } });
    expect(compare(scattered, { policy: floors(0.06) }).paired?.unstable).toBe(false);
  });
});

describe('replayPaired', () => {
  it('tells where a verdict was changed by hand', () => {
    const comparison = compare([seriesOf({ factor: 1.2 })]);
    const forged = { ...comparison, rows: comparison.rows.map((row) => ({ ...row, verdict: 'unchanged' as const })) };
    expect(replayPaired(forged)).toEqual(['/rows/0/verdict: stored "unchanged", computed "regressed"']);
  });
});

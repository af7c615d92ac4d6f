import type { ComparisonPolicy } from '../../model/generated/types.js';
import { compareReports } from '../compare/compare-reports.js';
import { comparePaired } from '../paired/compare-paired.js';
import { roundOf, seriesOf } from '../testing/paired-series.js';
import { noisy, policy, sideOf } from '../testing/reports.js';
import { createRoundLookUp } from './round-look-up.js';

describe('the rounds behind a row of a stored comparison', () => {
  const base = sideOf({ a: noisy(8, { centre: 1e6, cv: 0.02, seed: 1 }) });
  const head = sideOf({ a: noisy(8, { centre: 1.3e6, cv: 0.02, seed: 2 }), b: [1] });
  const comparison = compareReports({ project: 'p', mode: 'stored', base, head, policy, sameJob: false });
  const reports = { base: base.reports, head: head.reports };
  const locations = (side: typeof base) => side.reports[0]?.suites[0]?.benchmarks[0]?.metrics[0]?.rounds.map(({ location }) => location);

  it('are those of its reports', () => {
    expect(createRoundLookUp(comparison, reports)(comparison.rows[0]!)).toEqual({ base: locations(base), head: locations(head) });
  });

  it('of one side alone are that side\'s', () => {
    expect(createRoundLookUp(comparison, reports)(comparison.rows[1]!)).toEqual({ base: [], head: [1] });
    expect(createRoundLookUp(comparison, { ...reports, base: [] })(comparison.rows[1]!)).toEqual({ base: [], head: [1] });
  });

  it('are not known without the reports, or where the row is about the whole benchmark', () => {
    expect(createRoundLookUp(comparison, null)(comparison.rows[0]!)).toBeNull();
    expect(createRoundLookUp(comparison, reports)({ ...comparison.rows[0]!, metric: null })).toBeNull();
  });
});

describe('the rounds behind a row of a paired comparison', () => {
  const side = { digests: [], runIds: [], baseline: null, commit: { sha: null, dirty: null, branch: null, mergeBase: null }, fingerprint: '0' };
  const compared = (series: ReturnType<typeof seriesOf>, own: ComparisonPolicy = policy, looksTaken = 1) =>
    comparePaired({ project: 'p', base: side, head: side, policy: own, run: { seed: '1', blockSize: 5, looks: [10, 20, 30], looksTaken, endedBy: 'decided', series: [series] } });

  it('are those judged and the confirming ones; neither later ones nor the control arm\'s', () => {
    const measured = seriesOf({ factor: 1.3, rounds: 20, confirmation: { rounds: 10, factor: 1.3 } });
    const series = { ...measured, rounds: [...measured.rounds, ...[98, 99].flatMap((block) => [roundOf('base', block, 7), roundOf('control', block, 7)])] };
    const comparison = compared(series);
    const values = createRoundLookUp(comparison, null)(comparison.rows[0]!);
    const of = (name: 'base' | 'head') => [...measured.rounds.filter((round) => round.side === name).slice(0, 10), ...series.confirmation.filter((round) => round.side === name)].map(({ location }) => location);
    expect(values).toEqual({ base: of('base'), head: of('head') });
  });

  it('are the tails in the row of the tail', () => {
    const series = seriesOf({ rounds: 10 });
    const comparison = compared(series, { ...policy, statistic: 'p95' });
    const row = comparison.rows.find(({ statistic }) => statistic === 'p95')!;
    expect(createRoundLookUp(comparison, null)(row)?.head).toEqual(series.rounds.filter((round) => round.side === 'head').map(({ tail }) => tail));
  });

  it('of an exact count leave the control arm\'s own blocks out, in the row\'s numbers too', () => {
    const rounds = [roundOf('base', 1, 5), roundOf('head', 1, 5), roundOf('base', 2, 5), roundOf('control', 2, 5)];
    const comparison = compared({ ...seriesOf({ kind: 'exact' }), rounds });
    expect(comparison.rows[0]).toMatchObject({ rule: 'exact', base: { rounds: 1 }, head: { rounds: 1 } });
    expect(createRoundLookUp(comparison, null)(comparison.rows[0]!)).toEqual({ base: [5], head: [5] });
  });
});

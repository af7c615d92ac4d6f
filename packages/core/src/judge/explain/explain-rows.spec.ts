import { compareReports } from '../compare/compare-reports.js';
import { comparePaired } from '../paired/compare-paired.js';
import { seriesOf } from '../testing/paired-series.js';
import { noisy, policy, sideOf } from '../testing/reports.js';
import { explainRows } from './explain-rows.js';

describe('explainRows', () => {
  const base = sideOf({ a: noisy(8, { centre: 1e6, cv: 0.02, seed: 1 }), b: [1] });
  const head = sideOf({ a: noisy(8, { centre: 1.3e6, cv: 0.02, seed: 2 }), b: [2] });
  const override = { suite: null, benchmark: 'b', metric: null, warn: null, fail: 3, reason: 'cache-bound', expires: '2027-03-01', expired: false };
  const stored = compareReports({ project: 'p', mode: 'stored', base, head, policy: { ...policy, overrides: [override] }, sameJob: false });

  it('shows the rounds of both sides of a stored comparison', () => {
    const [explanation, ...others] = explainRows({ comparison: stored, benchmark: 'a', base, head });
    expect(others).toEqual([]);
    expect(explanation).toMatchObject({ valueIs: 'mean of the best 30 % of a round', judged: { base: 8, head: 8 }, override: null, control: [] });
    expect(explanation?.base.map(({ value }) => value)).toEqual(base.reports[0]?.suites[0]?.benchmarks[0]?.metrics[0]?.rounds.map(({ location }) => location));
    expect(explanation?.steps).toEqual(expect.arrayContaining([expect.stringMatching(/^Rule: Ranks/), expect.stringMatching(/^Values: base .* (ms|µs), head 1\.\d+ ms\.$/), 'Limits: warn 10 %, fail 25 %.', 'Noise floor: 5 %.', expect.stringMatching(/^Verdict: (regressed|warn)\./)]));
  });

  it('names the exception that applied', () => {
    const [explanation] = explainRows({ comparison: stored, benchmark: 'b', base, head });
    expect(explanation).toMatchObject({ override: { reason: 'cache-bound' }, row: { rule: 'threshold' } });
    expect(explanation?.steps).toContain('Exception for b: cache-bound, until 2027-03-01.');
  });

  it('does without the reports', () => {
    expect(explainRows({ comparison: stored, benchmark: '*' }).map(({ base: values }) => values.length)).toEqual([0, 0]);
    expect(explainRows({ comparison: stored, benchmark: 'none' })).toEqual([]);
  });

  it('takes the rounds of a paired comparison from the comparison itself', () => {
    const side = { digests: [], runIds: [], baseline: null, commit: { sha: null, dirty: null, branch: null, mergeBase: null }, fingerprint: '0' };
    const series = [seriesOf({ factor: 1.3, rounds: 10, confirmation: { rounds: 10, factor: 1.3 }, control: { rounds: 5, factor: 1 } })];
    const comparison = comparePaired({ project: 'p', base: side, head: side, policy, run: { seed: '1', blockSize: 5, looks: [10, 20, 30], looksTaken: 1, endedBy: 'decided', series } });
    const [explanation] = explainRows({ comparison, benchmark: 'a' });
    expect(explanation?.base.map(({ block, fresh }) => [block, fresh])).toEqual([...Array.from({ length: 10 }, (_, index) => [Math.floor(index / 5), false]), ...Array.from({ length: 10 }, (_, index) => [Math.floor(index / 5), true])]);
    expect([explanation?.head.length, explanation?.control.length, explanation?.judged]).toEqual([20, 5, { base: 20, head: 20 }]);
    expect(explanation?.steps).toContain('Fresh rounds: confirmed.');
  });
});

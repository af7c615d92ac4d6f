import fc from 'fast-check';
import type { ComparisonPolicy, ComparisonRow, PolicyOverride, Verdict } from '../../model/generated/types.js';
import { normalizePolicy } from '../../model/normalize-policy.js';
import { worstVerdict } from '../../model/worst.js';
import { compareReports } from '../compare/compare-reports.js';
import { describeSide } from '../compare/side.js';
import { comparePaired } from '../paired/compare-paired.js';
import { seriesOf } from '../testing/paired-series.js';
import { benchmarkOf, metricOf, noisy, policy, reportOf, sideOf, suiteOf } from '../testing/reports.js';
import { enforcePolicy } from './enforce-policy.js';

const side = describeSide(sideOf({ a: [1] }))!;
const written = (compare: Parameters<typeof normalizePolicy>[0]): ComparisonPolicy => normalizePolicy(compare, '2026-11-20', (problem) => { throw new Error(JSON.stringify(problem)); });
const loose = written({ stored: { warn: '80%', fail: '90%', p95: '90%' }, paired: { detect: '80%', fail: '90%' } });
const override = (more: Partial<PolicyOverride>): PolicyOverride => ({ suite: null, benchmark: '*', metric: null, warn: null, fail: 0.9, reason: 'x', expires: null, expired: false, ...more });

/** Base and head of one benchmark `a`; head is slower by `factor`. */
function stored(own: ComparisonPolicy, factor: number, { rounds = 12, sameJob = true, kind = 'raw' as 'raw' | 'exact' } = {}) {
  const values = (scale: number, seed: number) => (kind === 'exact' ? Array.from({ length: rounds }, () => 1000 * scale) : noisy(rounds, { centre: 1000 * scale, cv: 0.01, seed }));
  const of = (scale: number, seed: number) => ({ reports: [reportOf([suiteOf([benchmarkOf('a', [metricOf(values(scale, seed), { kind })])])])], digests: [`sha256:${'ab'.repeat(32)}`], baseline: null });
  return compareReports({ project: 'core', mode: 'files', base: of(1, 1), head: of(factor, 2), policy: own, sameJob });
}

test.each<[string, ReturnType<typeof stored>, ComparisonPolicy, Verdict, Verdict]>([
  ['ranked rounds', stored(loose, 1.6), policy, 'unchanged', 'regressed'],
  ['a plain threshold', stored(loose, 1.6, { rounds: 1 }), policy, 'unchanged', 'regressed'],
  ['an exact count, by the limits of paired mode', stored(loose, 1.2, { kind: 'exact' }), policy, 'unchanged', 'regressed'],
  ['a warning', stored(loose, 1.15), policy, 'unchanged', 'warn'],
  ['an override that was added', stored({ ...policy, overrides: [override({})] }, 1.6), policy, 'warn', 'regressed'],
  ['an override that the reviewed policy has too', stored({ ...loose, overrides: [override({})] }, 1.6), { ...policy, overrides: [override({})] }, 'unchanged', 'warn'],
  ['sameJobOnly that was added', stored({ ...policy, sameJobOnly: true }, 1.6, { sameJob: false }), policy, 'warn', 'regressed'],
  ['a policy that was tightened: its own counts', stored(policy, 1.6), loose, 'regressed', 'regressed'],
])('%s', (_name, comparison, reviewed, before, after) => {
  const { comparison: again, alone } = enforcePolicy(comparison, reviewed, 'origin/main');
  expect([comparison.rows[0]!.verdict, again.rows[0]!.verdict]).toEqual([before, after]);
  expect(alone.get(again.rows[0]!)).toBe(before === after ? undefined : before);
  expect(again.summary.exitCode).toBe(after === 'regressed' ? 3 : 0);
});

test('what was loosened is told in words, and the row says what its own policy made of it', () => {
  const { loosened, unjudgeable, comparison } = enforcePolicy(stored({ ...loose, raise: { missing: 0 }, overrides: [override({ benchmark: 'a*' })] }, 1.6), policy, 'origin/main');
  expect(loosened).toEqual(['stored.warn 10 % → 80 %', 'stored.fail 25 % → 90 %', 'p95.warn 20 % → 90 %', 'p95.fail 20 % → 90 %', 'paired.detect 5 % → 80 %', 'paired.fail 10 % → 90 %', 'a new override of a*', 'raise.missing 2 → 0']);
  expect(unjudgeable).toEqual([]);
  expect(comparison.policy.raise).toEqual({ missing: 2 });
  expect(comparison.rows[0]!.reason).toMatch(/By the policy at origin\/main \(warn 10 %, fail 25 %\) it is regressed; its own policy says (warn|unchanged|inconclusive)\.$/);
});

test('an override that demanded more and is gone was a loosening', () => {
  expect(enforcePolicy(stored(policy, 1), { ...policy, overrides: [override({ fail: 0.01 })] }, 'x').loosened).toEqual(['no override of *']);
});

test('the same policy leaves the very comparison', () => {
  const comparison = stored(policy, 1.6);
  expect(enforcePolicy(comparison, { ...policy, floors: [{ suite: 's', benchmark: 'b', metric: 'm', floor: 0.1 }] }, 'x').comparison).toBe(comparison);
});

test('what the rows cannot tell is said: statistic, relaxed fields, floors', () => {
  const base = sideOf({ a: [1000] });
  const report = base.reports[0]!;
  const elsewhere = { ...base, reports: [{ ...report, provenance: { ...report.provenance, host: { ...report.provenance.host, cpuModel: 'Other', fingerprint: 'fedcba9876543210' } } }] };
  const refused = compareReports({ project: 'core', mode: 'files', base, head: elsewhere, policy, sameJob: false });
  const fields = refused.rows[0]!.differences.map(({ field }) => field) as ComparisonPolicy['relax'];
  expect(refused.rows[0]!.verdict).toBe('not-comparable');
  expect(enforcePolicy(refused, { ...policy, relax: fields }, 'x').unjudgeable).toEqual([expect.stringContaining('1 of its benchmarks were not compared')]);
  expect(enforcePolicy(stored({ ...policy, statistic: 'min' }, 1), policy, 'x').unjudgeable).toEqual(['it judged the min, and the policy names the median']);
  const floor = { suite: 'suite', benchmark: 'a', metric: 'time' };
  const raised = stored({ ...policy, floors: [{ ...floor, floor: 0.5 }] }, 1.3);
  expect(enforcePolicy(raised, { ...policy, floors: [{ ...floor, floor: 0.02 }] }, 'x').unjudgeable).toEqual(['the committed profile gives a benchmark a higher noise floor']);
  expect(enforcePolicy(raised, policy, 'x').unjudgeable).toEqual([]);
});

test('an interleaved run is judged again from its rounds; a failure that nobody confirmed fails', () => {
  const run = { seed: 's', blockSize: 5, looks: [10, 20, 30], looksTaken: 3, endedBy: 'decided' as const, series: [seriesOf({ factor: 1.3, rounds: 30 })] };
  const paired = comparePaired({ project: 'core', base: side, head: side, policy: loose, run });
  expect(paired.rows[0]!.verdict).not.toBe('regressed');
  const { comparison, alone } = enforcePolicy(paired, policy, 'x');
  expect(comparison.rows.map(({ verdict, confirmation }) => [verdict, confirmation])).toEqual([['regressed', 'unconfirmed']]);
  expect([...alone.values()]).toEqual([paired.rows[0]!.verdict]);
  const { comparison: withTail } = enforcePolicy(paired, { ...loose, statistic: 'p95' }, 'x');
  expect(withTail.rows.map(({ statistic }) => statistic)).toEqual(['location', 'p95']);
});

describe('under the policy that a comparison was made with', () => {
  const factor = fc.constantFrom(0.7, 0.95, 1, 1.02, 1.08, 1.12, 1.2, 1.3, 2);
  const key = (rows: readonly ComparisonRow[]) => rows.map(({ benchmark, verdict }) => `${benchmark} ${verdict}`);

  test('every row keeps its verdict, judged from what it holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(factor, { minLength: 1, maxLength: 5 }), fc.constantFrom(1, 6, 14), fc.constantFrom(0.005, 0.05), (seed, factors, rounds, cv) => {
        const of = (scaled: boolean, start: number) => sideOf(Object.fromEntries(factors.map((one, index) => [`b${index}`, noisy(rounds, { centre: 1000 * (scaled ? one : 1), cv, seed: start + index })])));
        const compared = compareReports({ project: 'core', mode: 'files', base: of(false, seed), head: of(true, seed + 50), policy, sameJob: true });
        // Another exit code makes the policies differ, so that every row is judged again.
        expect(key(enforcePolicy(compared, { ...policy, raise: { new: 2 } }, 'x').comparison.rows)).toEqual(key(compared.rows));
      }),
      { numRuns: 80 },
    );
  });

  test('no reviewed policy makes a verdict milder', () => {
    fc.assert(
      fc.property(factor, fc.constantFrom(1, 12), fc.constantFrom(0.01, 0.1, 0.5, 3), (one, rounds, fail) => {
        const compared = stored(policy, one, { rounds });
        const [row] = enforcePolicy(compared, { ...policy, stored: { warn: fail / 2, fail } }, 'x').comparison.rows;
        expect(worstVerdict([row!.verdict, compared.rows[0]!.verdict])).toBe(row!.verdict);
      }),
    );
  });
});

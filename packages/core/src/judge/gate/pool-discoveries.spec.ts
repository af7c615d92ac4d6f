import fc from 'fast-check';
import type { Comparison, ComparisonRow, PairedRun, Verdict } from '../../model/generated/types.js';
import { compareReports } from '../compare/compare-reports.js';
import { summarizeRows } from '../compare/summarize-rows.js';
import { comparePaired } from '../paired/compare-paired.js';
import { LOOKS } from '../paired/look-plan.js';
import { seriesOf } from '../testing/paired-series.js';
import { noisy, policy, sideOf } from '../testing/reports.js';
import { describeSide } from '../compare/side.js';
import { poolDiscoveries } from './pool-discoveries.js';

const side = describeSide(sideOf({ a: [1] }))!;

function row(verdict: Verdict, more: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    suite: 's', benchmark: 'b', metric: 'time', unit: 'ns', direction: 'lower', statistic: 'location', verdict, rule: 'rank', reason: 'Alone.', grade: 'stored', base: null, head: null, ratio: 1.3, slowdown: 0.3,
    interval: { lower: 0.2, upper: 0.4, level: 0.99 }, p: 0.5, thresholds: { warn: 0.1, fail: 0.25 }, floor: 0.05, detectable: 0.04, roundsNeeded: null, confirmation: 'none', differences: [], override: null, ...more,
  };
}

function comparison(rows: ComparisonRow[], more: Partial<Comparison> = {}): Comparison {
  return { schemaVersion: 1, algorithm: 'judge/1', project: 'core', mode: 'stored', base: side, head: side, policy, rows, summary: summarizeRows(rows, policy), paired: null, findings: [], ...more };
}

const calm = (count: number) => comparison(Array.from({ length: count }, (_unused, index) => row('unchanged', { benchmark: `calm${index}`, p: 0.9, slowdown: 0 })));
const slow = (count: number) => comparison(Array.from({ length: count }, (_unused, index) => row('regressed', { benchmark: `slow${index}`, p: 0.0001 })));
const unstable: PairedRun = { seed: 's', blockSize: 5, looks: [10], looksTaken: 1, endedBy: 'last-look', unstable: true, control: null, series: [] };

test.each<[name: string, first: Comparison, other: Comparison, expected: Verdict]>([
  ['a failure of p = 0.004 stays one beside one other row', comparison([row('regressed', { p: 0.004 })]), calm(1), 'regressed'],
  ['among 9 quiet rows p = 0.004 only warns', comparison([row('regressed', { p: 0.004 })]), calm(9), 'warn'],
  ['among 99 quiet rows p = 0.004 proves nothing', comparison([row('regressed', { p: 0.004 })]), calm(99), 'inconclusive'],
  ['among 99 quiet rows a warning of p = 0.02 proves nothing', comparison([row('warn', { p: 0.02, slowdown: 0.15 })]), calm(99), 'inconclusive'],
  ['beside 50 proven failures a large warning of p = 0.009 fails', comparison([row('warn', { p: 0.009 })]), slow(50), 'regressed'],
  ['beside 50 proven failures what is open at p = 0.04 warns', comparison([row('inconclusive', { p: 0.04, slowdown: 0.15 })]), slow(50), 'warn'],
  ['what is below the warn limit stays open', comparison([row('inconclusive', { p: 0.001, slowdown: 0.05 })]), slow(50), 'inconclusive'],
  ['an interval that reaches into the noise floor never fails by others', comparison([row('warn', { p: 0.009, interval: { lower: 0.04, upper: 0.4, level: 0.99 } })]), slow(50), 'warn'],
  ['a baseline that may only warn never fails', comparison([row('warn', { p: 0.0001 })], { policy: { ...policy, sameJobOnly: true } }), slow(50), 'warn'],
  ['a refuted failure stays a warning', comparison([row('warn', { rule: 'paired', p: 0.0001, confirmation: 'refuted' })]), slow(50), 'warn'],
  ['an open paired row warns at most, since nobody confirmed it', comparison([row('inconclusive', { rule: 'paired', p: 0.0001 })]), slow(50), 'warn'],
  ['an unstable run stays open', comparison([row('inconclusive', { rule: 'paired', p: 0.0001 })], { paired: unstable }), slow(50), 'inconclusive'],
  ['a row judged by a plain threshold is no hypothesis', comparison([row('regressed', { rule: 'threshold', p: null })]), calm(99), 'regressed'],
  ['an exact count is no hypothesis', comparison([row('regressed', { rule: 'exact', p: null })]), calm(99), 'regressed'],
  ['an improvement stays', comparison([row('improved', { p: 0.99, slowdown: -0.2 })]), slow(50), 'improved'],
])('%s', (_name, first, other, expected) => {
  const { comparisons, alone } = poolDiscoveries([first, other]);
  const [judged] = comparisons[0]!.rows;
  expect(judged!.verdict).toBe(expected);
  expect(alone.get(judged!)).toBe(expected === first.rows[0]!.verdict ? undefined : first.rows[0]!.verdict);
  expect(comparisons[0]!.summary).toEqual(summarizeRows(comparisons[0]!.rows, first.policy));
});

test('a changed verdict says why and what it was alone; the numbers stay', () => {
  const { comparisons, hypotheses } = poolDiscoveries([comparison([row('regressed', { p: 0.004 })]), calm(9)]);
  expect(hypotheses).toBe(10);
  expect(comparisons[0]!.rows[0]).toEqual({ ...row('warn', { p: 0.004 }), reason: 'Alone. Judged with all projects (10 rows): proven with at most 5 % of false warnings; regressed when judged alone.' });
});

test('a paired row without a p-value counts as one hypothesis', () => {
  expect(poolDiscoveries([comparison([row('inconclusive', { rule: 'paired', p: null })])]).hypotheses).toBe(1);
});

describe('a comparison by itself keeps every verdict', () => {
  test('of stored rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.constantFrom(0.8, 1, 1.08, 1.15, 1.3), { minLength: 1, maxLength: 6 }), fc.constantFrom(0.005, 0.03, 0.12), (seed, factors, cv) => {
        const sideWith = (scaled: boolean, start: number) => sideOf(Object.fromEntries(factors.map((factor, index) => [`b${index}`, noisy(12, { centre: 1000 * (scaled ? factor : 1), cv, seed: start + index })])));
        const compared = compareReports({ project: 'core', mode: 'stored', base: sideWith(false, seed), head: sideWith(true, seed + 100), policy, sameJob: seed % 2 === 0 });
        expect(poolDiscoveries([compared]).comparisons[0]).toBe(compared);
      }),
      { numRuns: 60 },
    );
  });

  test('of an interleaved run', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.constantFrom(0.85, 1, 1.03, 1.06, 1.15), { minLength: 1, maxLength: 5 }), fc.constantFrom(0.005, 0.03, 0.1), (seed, factors, cv) => {
        const series = factors.map((factor, index) => seriesOf({ benchmark: `b${index}`, factor, cv, seed: seed + index }));
        const run = { seed: 's', blockSize: 5, looks: [...LOOKS], looksTaken: 3, endedBy: 'last-look' as const, series };
        const compared = comparePaired({ project: 'core', base: side, head: side, policy, run });
        expect(poolDiscoveries([compared]).comparisons[0]).toBe(compared);
      }),
      { numRuns: 40 },
    );
  });
});

test('more quiet rows elsewhere never make a verdict stricter', () => {
  const order: Verdict[] = ['inconclusive', 'warn', 'regressed'];
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 200 }), (ps, quiet) => {
      const first = comparison(ps.map((p, index) => row('regressed', { benchmark: `b${index}`, p })));
      const few = poolDiscoveries([first]).comparisons[0]!.rows;
      const many = poolDiscoveries([first, calm(quiet)]).comparisons[0]!.rows;
      many.forEach(({ verdict }, index) => expect(order.indexOf(verdict)).toBeLessThanOrEqual(order.indexOf(few[index]!.verdict)));
    }),
  );
});

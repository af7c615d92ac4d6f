import fc from 'fast-check';

import type { Comparison, Verdict } from '../../model/generated/types.js';
import { benchmarkOf, compared, metricOf, policy, reportOf, suiteOf } from '../testing/reports.js';
import { compareReports } from './compare-reports.js';
import type { ComparedReports } from './side.js';

function compare(base: ComparedReports | null, head: ComparedReports): Comparison {
  return compareReports({ project: 'core', mode: 'files', base, head, policy, sameJob: false });
}

const names = fc.constantFrom('a', 'b', 'c', 'd', 'é', '\u{1F600}', '～', '__proto__', 'constructor');
const value = fc.double({ min: 1, max: 1000, noNaN: true });
const rounds = fc.oneof(fc.array(value, { minLength: 1, maxLength: 4 }), fc.array(value, { minLength: 8, maxLength: 12 }));
const direction = fc.constantFrom('lower', 'higher', null);
const status = fc.constantFrom('ok', 'ok', 'ok', 'failed', 'skipped');
const benchmark = fc.record({ id: names, values: rounds, direction, status }).map(({ id, values, direction: better, status: outcome }) =>
  benchmarkOf(id, outcome === 'ok' ? [metricOf(values, { direction: better })] : [], { status: outcome }),
);
const side = fc.uniqueArray(benchmark, { selector: ({ id }) => id, maxLength: 6 }).map((benchmarks) => compared(reportOf([suiteOf(benchmarks)])));

const mirror: Partial<Record<Verdict, readonly Verdict[]>> = {
  improved: ['warn', 'regressed'],
  warn: ['improved'],
  regressed: ['improved'],
  unchanged: ['unchanged'],
  inconclusive: ['inconclusive'],
  'not-comparable': ['not-comparable'],
};

describe('laws of comparing', () => {
  it('mirrors the verdict and inverts the ratio when the sides are swapped', () => {
    fc.assert(
      fc.property(side, side, (base, head) => {
        const forward = compare(base, head).rows;
        const backward = compare(head, base).rows;
        for (const row of forward) {
          const other = backward.find(({ benchmark: id, metric }) => id === row.benchmark && metric === row.metric);
          const expected = mirror[row.verdict];
          if (other === undefined || expected === undefined || row.rule === 'presence') continue;
          expect(expected).toContain(other.verdict);
          if (row.ratio !== null && other.ratio !== null) expect(row.ratio * other.ratio).toBeCloseTo(1, 9);
          if (row.slowdown !== null && other.slowdown !== null) expect((1 + row.slowdown) * (1 + other.slowdown)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(side, side, (base, head) => {
        const scaled = (reports: ComparedReports): ComparedReports => ({
          ...reports,
          reports: reports.reports.map((report) => ({
            ...report,
            suites: report.suites.map((suite) => ({
              ...suite,
              benchmarks: suite.benchmarks.map((one) => ({ ...one, metrics: one.metrics.map((metric) => metricOf(metric.rounds.map(({ p50 }) => p50 * 1024), { direction: metric.direction })) })),
            })),
          })),
        });
        const verdicts = (comparison: Comparison) => comparison.rows.map(({ benchmark: id, verdict }) => [id, verdict]);
        expect(verdicts(compare(scaled(base), scaled(head)))).toEqual(verdicts(compare(base, head)));
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('does not depend on the order of benchmarks and rounds', () => {
    fc.assert(
      fc.property(side, side, (base, head) => {
        const reversed = (reports: ComparedReports): ComparedReports => ({
          ...reports,
          reports: reports.reports.map((report) => ({
            ...report,
            suites: report.suites.map((suite) => ({
              ...suite,
              benchmarks: suite.benchmarks.toReversed().map((one) => ({ ...one, metrics: one.metrics.map((metric) => ({ ...metric, rounds: metric.rounds.toReversed() })) })),
            })),
          })),
        });
        expect(compare(reversed(base), reversed(head)).rows).toEqual(compare(base, head).rows);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('never calls regressed what is not worse, and never loses a benchmark', () => {
    fc.assert(
      fc.property(side, side, (base, head) => {
        const { rows, summary } = compare(base, head);
        for (const row of rows) {
          if (row.verdict === 'regressed' || row.verdict === 'warn') expect(row.slowdown ?? 1).toBeGreaterThan(0);
          if (row.verdict === 'improved') expect(row.slowdown).toBeLessThan(0);
        }
        const ids = [base, head].flatMap(({ reports }) => reports.flatMap(({ suites }) => suites.flatMap(({ benchmarks }) => benchmarks.map(({ id }) => id))));
        expect(new Set(rows.map(({ benchmark: id }) => id))).toEqual(new Set(ids));
        const has = (verdict: Verdict) => rows.some((row) => row.verdict === verdict);
        const expected = has('failed') ? 4 : has('missing') || rows.length === 0 ? 2 : has('regressed') ? 3 : 0;
        expect(summary.exitCode).toBe(expected);
        expect(Object.values(summary.counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('gives the same bytes twice and leaves its input as it was', () => {
    fc.assert(
      fc.property(side, side, (base, head) => {
        const before = JSON.stringify([base, head]);
        expect(JSON.stringify(compare(deepFreeze(base), deepFreeze(head)))).toBe(JSON.stringify(compare(structuredClone(base), structuredClone(head))));
        expect(JSON.stringify([base, head])).toBe(before);
      }),
      { numRuns: 50, seed: 5 },
    );
  });

  it('sorts rows by code point', () => {
    const one = compared(reportOf([suiteOf(['\u{1F600}', '～', 'b', 'B'].map((id) => benchmarkOf(id, [metricOf([1])])))]));
    expect(compare(null, one).rows.map(({ benchmark: id }) => id)).toEqual(['B', 'b', '～', '\u{1F600}']);
  });
});

function deepFreeze<T>(input: T): T {
  if (typeof input === 'object' && input !== null && !Object.isFrozen(input)) {
    Object.freeze(input);
    Object.values(input).forEach(deepFreeze);
  }
  return input;
}

import fc from 'fast-check';

import type { Comparison, ComparisonSide, PairedSeries, Verdict } from '../../model/generated/types.js';
import { seriesOf, type SeriesParts } from '../testing/paired-series.js';
import { policy } from '../testing/reports.js';
import { comparePaired } from './compare-paired.js';

const side: ComparisonSide = { digests: [], runIds: [], baseline: null, commit: { sha: null, dirty: null, branch: null, mergeBase: null }, fingerprint: '0' };

function compare(series: readonly PairedSeries[], looksTaken = 3): Comparison {
  const run = { seed: '1', blockSize: 5, looks: [10, 20, 30], looksTaken, endedBy: 'last-look' as const, series: [...series] };
  return comparePaired({ project: 'p', base: side, head: side, policy, run });
}

const parts: fc.Arbitrary<SeriesParts> = fc.record({
  factor: fc.constantFrom(0.8, 0.95, 0.98, 1, 1.02, 1.04, 1.08, 1.2),
  cv: fc.constantFrom(0.001, 0.01, 0.03, 0.1),
  rounds: fc.constantFrom(5, 10, 20, 30),
  seed: fc.nat(10_000),
  direction: fc.constantFrom('lower', 'higher'),
});
const many = fc.array(parts, { minLength: 1, maxLength: 4 }).map((list) => list.map((one, index) => seriesOf({ ...one, benchmark: `b${index}` })));

const mapRounds = (series: readonly PairedSeries[], change: (round: PairedSeries['rounds'][number]) => PairedSeries['rounds'][number]): PairedSeries[] => series.map((one) => ({ ...one, rounds: one.rounds.map(change) }));
const swapped = (series: readonly PairedSeries[]): PairedSeries[] => mapRounds(series, (round) => ({ ...round, side: round.side === 'base' ? 'head' : 'base' }));

const mirror: Partial<Record<Verdict, readonly Verdict[]>> = { improved: ['warn', 'regressed'], warn: ['improved'], regressed: ['improved'], unchanged: ['unchanged'], inconclusive: ['inconclusive', 'improved'] };

describe('laws of paired mode', () => {
  it('mirrors the verdict and inverts the ratio when the sides are swapped, at every look', () => {
    fc.assert(
      fc.property(many, (series) => {
        // One look: a track stops at different looks on the two sides when only one direction can go on (a warning that may become a failure).
        const forward = compare(series, 1).rows;
        const backward = compare(swapped(series), 1).rows;
        forward.forEach((row, index) => {
          const other = backward[index];
          if (row.verdict !== 'inconclusive') expect(mirror[row.verdict]).toContain(other?.verdict);
          expect((row.ratio ?? 1) * (other?.ratio ?? 1)).toBeCloseTo(1, 9);
          expect((1 + (row.slowdown ?? 0)) * (1 + (other?.slowdown ?? 0))).toBeCloseTo(1, 9);
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('does not depend on the unit, nor on the order inside a block', () => {
    fc.assert(
      fc.property(many, (series) => {
        const verdicts = (comparison: Comparison) => comparison.rows.map(({ verdict }) => verdict);
        const scaled = mapRounds(series, (round) => ({ ...round, location: round.location * 1024, mean: (round.mean ?? 0) * 1024 }));
        const shuffled = series.map((one) => ({ ...one, rounds: one.rounds.toReversed().sort((a, b) => (a.block ?? 0) - (b.block ?? 0)) }));
        expect(verdicts(compare(scaled))).toEqual(verdicts(compare(series)));
        expect(compare(shuffled).rows).toEqual(compare(series).rows);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('fails only what is slower, and says why', () => {
    fc.assert(
      fc.property(many, (series) => {
        const { rows, summary } = compare(series);
        for (const row of rows) {
          if (row.verdict === 'regressed') expect(row.slowdown).toBeGreaterThan(row.thresholds?.warn ?? 0);
          if (row.verdict === 'improved') expect(row.slowdown).toBeLessThan(0);
          if (row.verdict === 'inconclusive') expect(row.roundsNeeded).not.toBeNull();
          expect(row.reason).not.toContain('NaN');
        }
        expect(summary.exitCode).toBe(rows.some(({ verdict }) => verdict === 'regressed') ? 3 : 0);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('gives the same bytes twice and leaves the rounds as they were', () => {
    fc.assert(
      fc.property(many, (series) => {
        const before = JSON.stringify(series);
        expect(JSON.stringify(compare(series))).toBe(JSON.stringify(compare(structuredClone(series))));
        expect(JSON.stringify(series)).toBe(before);
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});

describe('errors on data of known truth, cv 3 %', () => {
  const suites = (count: number, factor: number): Comparison[] =>
    Array.from({ length: count }, (_, suite) => compare(Array.from({ length: 100 }, (__, index) => seriesOf({ benchmark: `b${index}`, factor, cv: 0.03, seed: suite * 100 + index }))));
  const share = (comparisons: readonly Comparison[], verdict: Verdict): number => {
    const rows = comparisons.flatMap((comparison) => comparison.rows);
    return rows.filter((row) => row.verdict === verdict).length / rows.length;
  };

  it('flags nothing in suites of 100 unchanged benchmarks', () => {
    const same = suites(8, 1);
    expect(same.filter(({ summary }) => summary.verdict === 'regressed')).toHaveLength(0);
    expect(same.filter(({ summary }) => summary.verdict === 'warn').length).toBeLessThanOrEqual(1);
    expect(share(same, 'unchanged')).toBeGreaterThan(0.97);
  });

  it('finds +5 % and hardly ever calls it unchanged', () => {
    const slower = suites(8, 1.05);
    expect(share(slower, 'warn') + share(slower, 'regressed')).toBeGreaterThan(0.95);
    // 0.3 % over many seeds; 800 series may show a few more by chance.
    expect(share(slower, 'unchanged')).toBeLessThanOrEqual(0.01);
  });

  it('finds +10 %', () => {
    const slower = suites(2, 1.1);
    expect(share(slower, 'warn') + share(slower, 'regressed')).toBeGreaterThan(0.99);
  });
});

import { medianInterval, quantileInterval } from './quantile-interval.js';
import { frozen, values } from './testing/arbitraries.js';
import { readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly values: number[];
  readonly p: number;
  readonly level: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

describe('quantileInterval', () => {
  it.each(readCases<Case>('quantile-interval/scipy.json'))('agrees with SciPy: quantile $p at $level', ({ values: sample, p, level, lower, upper }) => {
    const interval = quantileInterval(sample, { p, level });
    expect(interval.lower).toBe(lower ?? Number.NEGATIVE_INFINITY);
    expect(interval.upper).toBe(upper ?? Number.POSITIVE_INFINITY);
  });

  it('needs as many values above p95 and p99 as the published rule says', () => {
    const run = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
    // One-sided 95 % bounds: 59 values for p95, 299 for p99.
    expect(quantileInterval(run(58), { p: 0.95, level: 0.9 }).upper).toBe(Number.POSITIVE_INFINITY);
    expect(quantileInterval(run(59), { p: 0.95, level: 0.9 }).upper).toBe(58);
    expect(quantileInterval(run(298), { p: 0.99, level: 0.9 }).upper).toBe(Number.POSITIVE_INFINITY);
    expect(quantileInterval(run(299), { p: 0.99, level: 0.9 }).upper).toBe(298);
  });

  it('refuses quantiles and levels at the ends', () => {
    expect(() => quantileInterval([1], { p: 0, level: 0.9 })).toThrow(RangeError);
    expect(() => medianInterval([1], 1)).toThrow(RangeError);
    expect(() => medianInterval([], 0.9)).toThrow(RangeError);
  });
});

describe('medianInterval', () => {
  it('takes the second and ninth of ten at 95 %', () => {
    expect(medianInterval([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.95)).toEqual({ estimate: 5.5, lower: 2, upper: 9 });
  });

  it('mirrors with the sign, does not depend on order, leaves the array as it was', () => {
    fc.assert(fc.property(values, (sample) => {
      const interval = medianInterval(frozen(sample), 0.9);
      const mirrored = medianInterval(sample.map((x) => -x).reverse(), 0.9);
      expect(mirrored.lower === -interval.upper && mirrored.upper === -interval.lower).toBe(true);
      expect(mirrored.estimate + interval.estimate).toBe(0);
    }));
  });
});

import { fastShareMean, median, medianAbsoluteDeviation, quantile, slowShareMean, summarize } from './descriptive.js';
import type { Summary } from './descriptive.js';
import { exactFactor, frozen, value, values } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly shape: string;
  readonly values: number[];
  readonly summary: Summary;
}

describe('summarize', () => {
  it.each(readCases<Case>('descriptive/scipy.json'))('agrees with NumPy and SciPy: $shape, $summary.n values', ({ values: sample, summary }) => {
    const actual = summarize(sample);
    for (const key of Object.keys(summary) as (keyof Summary)[]) expectClose(actual[key], summary[key], 1e-12);
    expect(Object.keys(actual).sort()).toEqual(Object.keys(summary).sort());
  });

  it('describes one value without dividing by zero', () => {
    expect(summarize([4])).toEqual({ n: 1, min: 4, p50: 4, p95: 4, p99: 4, max: 4, mean: 4, stddev: 0, mad: 0 });
  });

  it('has no spread, and no other mean, where all values are one', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1);
    expect(summarize(tenths)).toEqual({ n: 10, min: 0.1, p50: 0.1, p95: 0.1, p99: 0.1, max: 0.1, mean: 0.1, stddev: 0, mad: 0 });
  });

  it('gives the same bits for every order of the values', () => {
    fc.assert(fc.property(values, (sample) => {
      expect(summarize([...sample].reverse())).toEqual(summarize(sample));
    }));
  });

  it('scales and shifts with the values', () => {
    fc.assert(fc.property(values, exactFactor, value, (sample, factor, offset) => {
      const before = summarize(sample);
      const after = summarize(sample.map((x) => x * factor + offset));
      for (const key of ['min', 'p50', 'p95', 'p99', 'max', 'mean'] as const) expect(after[key]).toBeCloseTo(before[key] * factor + offset, 6);
      for (const key of ['stddev', 'mad'] as const) expect(after[key]).toBeCloseTo(before[key] * factor, 6);
    }));
  });

  it('leaves the array as it was', () => {
    const sample = frozen([3, 1, 2]);
    summarize(sample);
    expect(sample).toEqual([3, 1, 2]);
  });

  it.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY, 1]], [[Number.NEGATIVE_INFINITY]]])('refuses %j', (sample) => {
    expect(() => summarize(sample)).toThrow(RangeError);
  });
});

describe('quantile', () => {
  it('refuses what is no probability', () => {
    expect(() => quantile([1, 2], 1.01)).toThrow(RangeError);
    expect(() => quantile([1, 2], Number.NaN)).toThrow(RangeError);
  });

  it('lies between its neighbours and rises with p', () => {
    fc.assert(fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
      expect(quantile(sample, p)).toBeGreaterThanOrEqual(quantile(sample, p / 2));
      expect(quantile(sample, p)).toBeLessThanOrEqual(Math.max(...sample));
    }));
  });

  it('of one half is the median', () => {
    fc.assert(fc.property(values, (sample) => expect(quantile(sample, 0.5)).toBe(median(sample))));
  });
});

describe('medianAbsoluteDeviation', () => {
  it('is, to the last bit, the median of the distances from the median', () => {
    fc.assert(fc.property(values, (sample) => {
      const middle = median(sample);
      expect(medianAbsoluteDeviation(sample)).toBe(median(sample.map((x) => Math.abs(x - middle))));
    }));
  });

  it('is the median distance from the median', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  });
});

describe('fastShareMean and slowShareMean', () => {
  const run = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  it.each([
    ['the fastest three of ten', fastShareMean(run), 2],
    ['the slowest two of ten', slowShareMean(run), 9.5],
    ['for throughput: the largest three', fastShareMean(run, { best: 'largest' }), 9],
    ['for throughput: the smallest two', slowShareMean(run, { best: 'largest' }), 1.5],
    ['at least three of five', fastShareMean([5, 1, 2, 3, 4]), 2],
    ['all of two', fastShareMean([4, 2]), 3],
    ['one of one', fastShareMean([4]), 4],
    ['the slowest one of three', slowShareMean([1, 2, 9]), 9],
    ['a share rounded up', fastShareMean(run, { share: 0.31, least: 1 }), 2.5],
    ['a share that is whole on paper', fastShareMean(Array.from({ length: 90 }, (_, i) => i), { share: 0.7, least: 1 }), 31],
  ])('averages %s', (_name, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('mirror each other when the sign turns', () => {
    fc.assert(fc.property(values, (sample) => {
      const mirrored = sample.map((x) => -x);
      expect(fastShareMean(mirrored, { best: 'largest' })).toBeCloseTo(-fastShareMean(sample), 9);
      expect(slowShareMean(mirrored, { best: 'largest' })).toBeCloseTo(-slowShareMean(sample), 9);
    }));
  });

  it('refuse a share that is none', () => {
    expect(() => fastShareMean(run, { share: 0 })).toThrow(RangeError);
    expect(() => slowShareMean(run, { share: 1.5 })).toThrow(RangeError);
    expect(() => fastShareMean([])).toThrow(RangeError);
  });
});

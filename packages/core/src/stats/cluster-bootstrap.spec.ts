import { clusterBootstrap } from './cluster-bootstrap.js';
import { quantile } from './descriptive.js';
import { exactFactor, frozen } from './testing/arbitraries.js';
import fc from './testing/seeded-fast-check.js';

const positive = fc.integer({ min: 1, max: 4000 }).map((eighths) => eighths / 8);
const side = fc.array(fc.array(positive, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 });
const question = { p: 0.9, level: 0.9, resamples: 60 };

describe('clusterBootstrap', () => {
  it('estimates the log ratio of the pooled quantiles', () => {
    fc.assert(fc.property(side, side, fc.constantFrom(0, 0.3, 0.5, 0.95, 1), (a, b, p) => {
      const expected = Math.log(quantile(b.flat(), p) / quantile(a.flat(), p));
      expect(clusterBootstrap({ a, b }, { ...question, p }).estimate).toBeCloseTo(expected, 10);
    }));
  });

  it('gives the same interval for the same data and does not touch them', () => {
    fc.assert(fc.property(side, side, (a, b) => {
      expect(clusterBootstrap(frozen({ a, b }), question)).toEqual(clusterBootstrap({ a, b }, question));
    }));
  });

  it('turns its sign when the sides are swapped', () => {
    fc.assert(fc.property(side, side, (a, b) => {
      fc.pre(JSON.stringify(a.flat()) !== JSON.stringify(b.flat()));
      const interval = clusterBootstrap({ a, b }, question);
      const swapped = clusterBootstrap({ a: b, b: a }, question);
      expect(swapped.lower).toBeCloseTo(-interval.upper, 10);
      expect(swapped.upper).toBeCloseTo(-interval.lower, 10);
      expect(swapped.seed).toBe(interval.seed);
    }));
  });

  it('does not see the unit', () => {
    fc.assert(fc.property(side, side, exactFactor, (a, b, factor) => {
      const scaled = { a: a.map((run) => run.map((x) => x * factor)), b: b.map((run) => run.map((x) => x * factor)) };
      expect(clusterBootstrap(scaled, question).estimate).toBeCloseTo(clusterBootstrap({ a, b }, question).estimate, 10);
    }));
  });

  it('draws whole processes', () => {
    // A draw of two of b's processes misses the slow one with probability 1/4; a draw of four single values would with 1/16.
    const interval = clusterBootstrap({ a: [[1, 1], [1, 1]], b: [[2, 2], [4, 4]] }, { p: 1, level: 0.8, resamples: 500 });
    expect(interval.lower).toBeCloseTo(Math.log(2), 10);
    expect(interval.upper).toBeCloseTo(Math.log(4), 10);
  });

  it('has no bound with one process on a side', () => {
    const interval = clusterBootstrap({ a: [[1, 2, 3]], b: [[2], [3]] }, question);
    expect([interval.lower, interval.upper]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('refuses values that have no logarithm, and nothing', () => {
    expect(() => clusterBootstrap({ a: [[0], [0]], b: [[1], [2]] }, question)).toThrow(RangeError);
    expect(() => clusterBootstrap({ a: [[1], [Number.NaN]], b: [[1], [2]] }, { ...question, p: 1 })).toThrow(RangeError);
    expect(() => clusterBootstrap({ a: [], b: [[1]] }, question)).toThrow(RangeError);
    expect(() => clusterBootstrap({ a: [[1]], b: [[1]] }, { ...question, level: 1 })).toThrow(RangeError);
  });
});

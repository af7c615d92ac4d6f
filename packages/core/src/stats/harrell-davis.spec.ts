import { harrellDavis } from './harrell-davis.js';
import { exactFactor, frozen, value, values } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly values: number[];
  readonly p: number;
  readonly estimate: number;
  readonly standardError: number;
}

const quantiles = fc.constantFrom(0.1, 0.5, 0.95);

describe('harrellDavis', () => {
  it.each(readCases<Case>('harrell-davis/scipy.json'))('agrees with SciPy: quantile $p', ({ values: sample, p, estimate, standardError }) => {
    const actual = harrellDavis(sample, p);
    expectClose(actual.estimate, estimate, 1e-9);
    expectClose(actual.standardError, standardError, 1e-7);
  });

  it('scales and shifts with the values, and mirrors with the sign', () => {
    fc.assert(fc.property(values, quantiles, exactFactor, value, (sample, p, factor, offset) => {
      const before = harrellDavis(frozen(sample), p);
      const after = harrellDavis(sample.map((x) => x * factor + offset), p);
      const mirrored = harrellDavis(sample.map((x) => -x), 1 - p);
      expect(after.estimate).toBeCloseTo(before.estimate * factor + offset, 5);
      expect(after.standardError).toBeCloseTo(before.standardError * factor, 4);
      expect(mirrored.estimate).toBeCloseTo(-before.estimate, 6);
    }));
  });

  it('stays within the sample, whatever the order', () => {
    fc.assert(fc.property(values, quantiles, (sample, p) => {
      const { estimate } = harrellDavis(sample, p);
      expect(estimate).toBeGreaterThanOrEqual(Math.min(...sample) - 1e-9);
      expect(estimate).toBeLessThanOrEqual(Math.max(...sample) + 1e-9);
      expect(harrellDavis([...sample].reverse(), p).estimate).toBe(estimate);
    }));
  });

  it('refuses the ends and an empty sample', () => {
    expect(() => harrellDavis([1], 1)).toThrow(RangeError);
    expect(() => harrellDavis([], 0.5)).toThrow(RangeError);
  });
});

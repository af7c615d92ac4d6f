import { median } from './descriptive.js';
import { robustScale, robustScaleWithin } from './robust-scale.js';
import { exactFactor, frozen, value, values } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import { createDraws, sample } from './testing/samples.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly values: number[];
  readonly scale: number;
}

describe('robustScale', () => {
  it.each(readCases<Case>('robust-scale/scipy.json'))('agrees with SciPy: $values.length values', ({ values: data, scale }) => {
    expectClose(robustScale(data), scale, 1e-12);
  });

  it('scales with the values and forgets their place', () => {
    fc.assert(fc.property(values, exactFactor, value, (data, factor, offset) => {
      expect(robustScale(frozen(data).map((x) => x * factor))).toBe(robustScale(data) * factor);
      expect(robustScale(data.map((x) => x + offset))).toBe(robustScale(data));
    }));
  });
});

describe('robustScaleWithin', () => {
  it.each([[2, 10], [3, 10], [4, 4], [5, 2], [5, 4], [5, 6], [30, 1]])('estimates the deviation of normal values in groups of %i, %i groups, within 6 %%', (size, groups) => {
    const { normal } = createDraws(size * 100 + groups);
    const estimates = Array.from({ length: 2000 }, () => robustScaleWithin(Array.from({ length: groups }, () => sample(size, normal))));
    expect(Math.abs(median(estimates) - 1)).toBeLessThan(0.06);
  });

  it('ignores differences between groups', () => {
    fc.assert(fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), value, (groups, offset) => {
      const drifted = groups.map((group, i) => group.map((x) => x + offset * i));
      expect(robustScaleWithin(frozen(drifted))).toBe(robustScaleWithin(groups));
    }));
  });

  it('is 0 when no group has two values', () => {
    expect(robustScaleWithin([])).toBe(0);
    expect(robustScaleWithin([[1], [5], []])).toBe(0);
  });
});

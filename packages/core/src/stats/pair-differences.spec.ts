import { pairDifferences } from './pair-differences.js';
import { createShift } from './shift.js';
import { blocks, frozen, value } from './testing/arbitraries.js';
import { createDraws, sample } from './testing/samples.js';
import fc from './testing/seeded-fast-check.js';

describe('pairDifferences', () => {
  it('finds by counting what it finds by sorting', () => {
    fc.assert(fc.property(blocks, value, (data, bound) => {
      const sorted = pairDifferences(frozen(data));
      const counted = pairDifferences(frozen(data), 0);
      expect(counted.length).toBe(sorted.length);
      for (let index = -1; index <= sorted.length; index += 1) {
        expect((counted.at(index) ?? Number.NaN) - (sorted.at(index) ?? Number.NaN)).toBe(sorted.at(index) === undefined ? Number.NaN : 0);
      }
      for (const inclusive of [true, false]) expect(counted.countBelow(bound, inclusive)).toBe(sorted.countBelow(bound, inclusive));
    }));
  });

  it('finds the very same bits among values that do not round evenly', () => {
    const { cauchy } = createDraws(81);
    const data = [{ a: sample(40, cauchy), b: sample(30, cauchy) }, { a: sample(7, cauchy), b: sample(9, cauchy) }];
    const [sorted, counted] = [pairDifferences(data), pairDifferences(data, 0)];
    for (let index = 0; index < sorted.length; index += 13) expect(counted.at(index)).toBe(sorted.at(index));
  });

  it('compares 5,000 with 4,000 values without writing the pairs out', () => {
    const { lognormal } = createDraws(82);
    const [a, b] = [sample(5000, lognormal), sample(4000, lognormal).map((x) => x + 0.5)];
    const shift = createShift([{ a, b }]);
    const { lower, upper } = shift.interval(0.99);
    expect(shift.estimate).toBeCloseTo(0.5, 1);
    expect(lower).toBeLessThan(0.5);
    expect(upper).toBeGreaterThan(0.5);
    expect(shift.pGreater(0.3)).toBeLessThan(1e-6);
  });
});

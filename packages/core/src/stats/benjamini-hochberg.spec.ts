import { benjaminiHochberg, benjaminiHochbergAdjusted } from './benjamini-hochberg.js';
import { frozen } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly p: number[];
  readonly adjusted: number[];
}

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 25 });

describe('benjaminiHochbergAdjusted', () => {
  it.each(readCases<Case>('benjamini-hochberg/scipy.json'))('agrees with SciPy: $p.length hypotheses', ({ p, adjusted }) => {
    benjaminiHochbergAdjusted(p).forEach((value, i) => expectClose(value, adjusted[i] ?? Number.NaN, 1e-12));
  });

  it('grows with the number of hypotheses planned', () => {
    expect(benjaminiHochbergAdjusted([0.01, 0.02], 100)).toEqual([1, 1]);
    expect(benjaminiHochbergAdjusted([0.001, 0.0002], 100)).toEqual([0.05, 0.02]);
  });
});

describe('benjaminiHochberg', () => {
  it('rejects up to the largest p under its line, smaller ones above theirs included', () => {
    // Lines at q = 0.05, m = 4: 0.0125, 0.025, 0.0375, 0.05.
    expect(benjaminiHochberg([0.036, 0.9, 0.03, 0.034], 0.05)).toEqual([true, false, true, true]);
    expect(benjaminiHochberg([0.04, 0.9, 0.03, 0.034], 0.05)).toEqual([false, false, false, false]);
  });

  it('rejects what the adjusted p-values put at q or below', () => {
    fc.assert(fc.property(probabilities, fc.double({ min: 0.001, max: 0.5, noNaN: true }), fc.nat({ max: 30 }), (p, q, further) => {
      const m = p.length + further;
      const adjusted = benjaminiHochbergAdjusted(p, m);
      // A hair's breadth apart the two roundings may differ.
      fc.pre(adjusted.every((value) => Math.abs(value - q) > 1e-12));
      expect(benjaminiHochberg(frozen(p), q, m)).toEqual(adjusted.map((value) => value <= q));
    }));
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(probabilities, (p) => {
      expect(benjaminiHochberg([...p].reverse(), 0.1).reverse()).toEqual(benjaminiHochberg(p, 0.1));
    }));
  });

  it('rejects nothing of nothing and refuses what is no p-value', () => {
    expect(benjaminiHochberg([], 0.05)).toEqual([]);
    expect(() => benjaminiHochberg([Number.NaN], 0.05)).toThrow(RangeError);
    expect(() => benjaminiHochberg([1.2], 0.05)).toThrow(RangeError);
    expect(() => benjaminiHochberg([0.1, 0.2], 0.05, 1)).toThrow(RangeError);
  });
});

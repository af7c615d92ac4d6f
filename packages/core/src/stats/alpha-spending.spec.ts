import { lookAdjustedP, pOverLooks, spend } from './alpha-spending.js';
import fc from './testing/seeded-fast-check.js';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('spend', () => {
  it('splits the budget by shares', () => {
    const [first, second, third] = spend(0.01, [0.2, 0.3, 0.5]);
    expect([first, second, third]).toEqual([expect.closeTo(0.002, 15), expect.closeTo(0.003, 15), expect.closeTo(0.005, 15)]);
  });

  it('refuses to spend more than there is, or less than nothing', () => {
    expect(() => spend(0.01, [0.6, 0.5])).toThrow(RangeError);
    expect(() => spend(0.01, [1.2, -0.2])).toThrow(RangeError);
  });
});

describe('lookAdjustedP', () => {
  it('is within the whole budget exactly when p is within its part', () => {
    fc.assert(fc.property(probability, fc.double({ min: 0.001, max: 0.01, noNaN: true }), (p, spent) => {
      fc.pre(Math.abs(p - spent) > 1e-15);
      expect(lookAdjustedP(p, spent, 0.01) <= 0.01).toBe(p <= spent);
    }));
  });

  it('cannot reject at a look without a part', () => {
    expect(lookAdjustedP(0, 0, 0.01)).toBe(1);
  });
});

describe('pOverLooks', () => {
  it('keeps the best look', () => {
    expect(pOverLooks([0.001, 0.9], 0.01, [0.2, 0.3, 0.5])).toBeCloseTo(0.005, 15);
    expect(pOverLooks([0.9, 0.0015], 0.01, [0.2, 0.3, 0.5])).toBeCloseTo(0.005, 15);
    expect(pOverLooks([], 0.01, [1])).toBe(1);
  });

  it('never rises when a look is added', () => {
    fc.assert(fc.property(fc.array(probability, { minLength: 1, maxLength: 3 }), (p) => {
      expect(pOverLooks(p, 0.01, [0.2, 0.3, 0.5])).toBeLessThanOrEqual(pOverLooks(p.slice(0, -1), 0.01, [0.2, 0.3, 0.5]));
    }));
  });

  it('refuses a look that was not planned', () => {
    expect(() => pOverLooks([0.1, 0.1], 0.01, [1])).toThrow(RangeError);
  });
});

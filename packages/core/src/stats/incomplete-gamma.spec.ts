import { upperIncompleteGamma } from './incomplete-gamma.js';
import { expectClose, readCases } from './testing/fixtures.js';

interface Case {
  readonly a: number;
  readonly x: number;
  readonly value: number;
}

describe('upperIncompleteGamma', () => {
  it.each(readCases<Case>('incomplete-gamma/scipy.json'))('agrees with SciPy: Q($a, $x)', ({ a, x, value }) => {
    expectClose(upperIncompleteGamma(a, x), value, 1e-10);
  });

  it('is exp(-x) for a = 1', () => {
    for (const x of [0.1, 1.9, 2.1, 600]) expectClose(upperIncompleteGamma(1, x), Math.exp(-x), 1e-12);
  });

  it('ends at 0 and refuses what has no answer', () => {
    expect(upperIncompleteGamma(3, Number.POSITIVE_INFINITY)).toBe(0);
    expect(() => upperIncompleteGamma(0, 1)).toThrow(RangeError);
    expect(() => upperIncompleteGamma(1, -1)).toThrow(RangeError);
  });
});

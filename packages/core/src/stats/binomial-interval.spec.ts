import { binomialInterval } from './binomial-interval.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly successes: number;
  readonly trials: number;
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

describe('binomialInterval', () => {
  it.each(readCases<Case>('binomial-interval/scipy.json'))('agrees with SciPy: $successes of $trials at $level', ({ successes, trials, level, lower, upper }) => {
    const interval = binomialInterval(successes, trials, level);
    // SciPy searches its bounds to about nine digits.
    expectClose(interval.lower, lower, 1e-8);
    expectClose(interval.upper, upper, 1e-8);
  });

  it('answers "one of n" as the closed form does', () => {
    expectClose(binomialInterval(1, 4033).lower, -Math.expm1(Math.log(0.975) / 4033), 1e-10);
  });

  it('answers "none of n" with the rule of three', () => {
    // A one-sided 95 % bound, hence the level of 90 %.
    expect(binomialInterval(0, 200, 0.9).upper).toBeCloseTo(1 - 0.05 ** (1 / 200), 12);
  });

  it('mirrors when successes and failures change places', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), (trials, drawn) => {
      const successes = Math.min(drawn, trials);
      const interval = binomialInterval(successes, trials);
      const mirrored = binomialInterval(trials - successes, trials);
      expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 12);
      expect(interval.lower).toBeLessThanOrEqual(successes / trials);
      expect(interval.upper).toBeGreaterThanOrEqual(successes / trials);
    }), { numRuns: 40 });
  });

  it.each([[1, 0], [3, 2], [-1, 4], [0.5, 4]])('refuses %d of %d', (successes, trials) => {
    expect(() => binomialInterval(successes, trials)).toThrow(RangeError);
  });
});

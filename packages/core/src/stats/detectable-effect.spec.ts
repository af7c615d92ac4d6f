import { minimumDetectableEffect, observationsNeeded, roundsNeeded } from './detectable-effect.js';
import { normalQuantile } from './normal.js';
import fc from './testing/seeded-fast-check.js';

describe('minimumDetectableEffect', () => {
  it.each([[0.03, 10, 0.058], [0.03, 20, 0.041], [0.03, 30, 0.033]])('is 6.1 sigma over the root of n: a scale of %d, %i values', (sigma, n, effect) => {
    expect(minimumDetectableEffect(sigma, n)).toBeCloseTo(effect, 3);
  });

  it('rests on the normal quantiles it names', () => {
    const span = (normalQuantile(0.995) + normalQuantile(0.95)) * 1.023 * Math.SQRT2;
    expect(minimumDetectableEffect(1, 1)).toBeCloseTo(span, 1);
  });
});

describe('roundsNeeded', () => {
  it.each([[0.01, 0.01, 38], [0.03, 0.05, 14], [0.05, 0.03, 104], [0.08, 0.05, 96], [0.12, 0.2, 14]])('squares that: a scale of %d, an effect of %d', (sigma, effect, rounds) => {
    expect(roundsNeeded(sigma, effect)).toBe(rounds);
  });

  it('is the smallest number that makes the effect detectable', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.5, noNaN: true }), fc.double({ min: 0.005, max: 0.5, noNaN: true }), (sigma, effect) => {
      const rounds = roundsNeeded(sigma, effect);
      expect(minimumDetectableEffect(sigma, rounds)).toBeLessThanOrEqual(effect * (1 + 1e-9));
      if (rounds > 1) expect(minimumDetectableEffect(sigma, rounds - 1)).toBeGreaterThan(effect);
    }));
  });

  it('asks for one round without noise and for endless rounds without an effect', () => {
    expect(roundsNeeded(0, 0.05)).toBe(1);
    expect(roundsNeeded(0.01, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('observationsNeeded', () => {
  it.each([[0.5, 5], [0.9, 29], [0.95, 59], [0.99, 299]])('for the quantile %d is %i', (p, n) => {
    expect(observationsNeeded(p)).toBe(n);
  });

  it('refuses the ends', () => {
    expect(() => observationsNeeded(1)).toThrow(RangeError);
    expect(() => observationsNeeded(0.95, 0)).toThrow(RangeError);
  });
});

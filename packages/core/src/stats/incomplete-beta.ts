import { gammaln } from 'simple-statistics';

import { inverseCdf } from './inverse-cdf.js';

const PRECISION = 2e-16;
const TINY = 1e-300;
const TURNS = 100_000;

/** Shape parameters of a beta law, both above 0. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/**
 * Regularised incomplete beta function I_x(a, b), which is P(X <= x) of the beta law; small values keep their digits.
 * Continued fraction DLMF 8.17.22, evaluated by Lentz's method on the side of the mean where it converges fast.
 */
export function incompleteBeta(x: number, { a, b }: BetaShape): number {
  if (!(a > 0 && b > 0)) {
    throw new RangeError(`a beta law's shapes lie above 0: ${a}, ${b}`);
  }
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (scale * fraction(x, a, b)) / a : 1 - (scale * fraction(1 - x, b, a)) / b;
}

/** The value that a beta variable stays below with probability `p`. */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`a beta quantile needs a probability: ${p}`);
  }
  if (p === 0 || p === 1) return p;
  return inverseCdf((x) => incompleteBeta(x, shape), p, [0, 1]);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let k = 1; k < TURNS; k += 1) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) <= PRECISION * 2) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

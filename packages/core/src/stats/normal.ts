import { upperIncompleteGamma } from './incomplete-gamma.js';
import { inverseCdf } from './inverse-cdf.js';

/** Past this many standard deviations the smaller tail is 0 in double precision. */
const END = 39;

/** P(Z <= x) of the standard normal law, to about 14 digits in both tails. (simple-statistics has about 5.) */
export function normalCdf(x: number): number {
  const tail = upperIncompleteGamma(0.5, (x * x) / 2) / 2;
  return x < 0 ? tail : 1 - tail;
}

export function normalDensity(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The value that a standard normal variable stays below with probability `p`.
 * @throws RangeError outside (0, 1)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`a normal quantile needs a probability between 0 and 1: ${p}`);
  }
  if (p === 0.5) return 0;
  return p < 0.5 ? inverseCdf(normalCdf, p, [-END, 0]) : -inverseCdf(normalCdf, 1 - p, [-END, 0]);
}

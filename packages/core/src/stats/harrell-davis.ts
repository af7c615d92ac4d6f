import { createCache } from './bounded-cache.js';
import { incompleteBeta } from './incomplete-beta.js';
import { sortSample } from './sorted.js';

export interface SmoothQuantile {
  readonly estimate: number;
  /** Maritz-Jarrett standard error; it is too small when the sample hardly reaches the quantile. */
  readonly standardError: number;
}

const remember = createCache<Float64Array>();

/**
 * Harrell-Davis quantile: a mean of all order statistics weighted by the beta law of the quantile's place, steadier than a single order statistic.
 * Sources: Harrell and Davis (1982); Maritz and Jarrett (1978) for the error, with the same weights.
 * @throws RangeError when the sample is empty, holds a value that is not finite, or p is outside (0, 1)
 */
export function harrellDavis(values: readonly number[], p: number): SmoothQuantile {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`a quantile's probability lies between 0 and 1: ${p}`);
  }
  const sorted = sortSample(values);
  const weights = remember(`${sorted.length},${p}`, () => weightsOf(sorted.length, p));
  let estimate = 0;
  for (let i = 0; i < sorted.length; i += 1) estimate += (weights[i] ?? 0) * (sorted[i] ?? 0);
  let variance = 0;
  for (let i = 0; i < sorted.length; i += 1) variance += (weights[i] ?? 0) * ((sorted[i] ?? 0) - estimate) ** 2;
  return { estimate, standardError: Math.sqrt(variance) };
}

function weightsOf(n: number, p: number): Float64Array {
  const weights = new Float64Array(n);
  const shape = { a: p * (n + 1), b: (1 - p) * (n + 1) };
  let below = 0;
  for (let i = 0; i < n; i += 1) {
    const reached = incompleteBeta((i + 1) / n, shape);
    weights[i] = reached - below;
    below = reached;
  }
  return weights;
}

import { createCache } from './bounded-cache.js';
import { incompleteBeta } from './incomplete-beta.js';
import { quantileSorted, sortSample } from './sorted.js';

const remember = createCache<number>();

export interface QuantileInterval {
  /** The sample's own quantile (type 7). */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface QuantileQuestion {
  /** Which quantile, in (0, 1). */
  readonly p: number;
  /** Two-sided confidence, such as 0.95. */
  readonly level: number;
}

/** Interval of a population's median from one sample, free of assumptions about its shape. */
export function medianInterval(values: readonly number[], level: number): QuantileInterval {
  return quantileInterval(values, { p: 0.5, level });
}

/**
 * Interval of a population's quantile between two order statistics of one sample: the number of values at or below the quantile is
 * binomial whatever the distribution. A bound is infinite when the sample is too small for the level.
 * Source: David and Nagaraja, Order Statistics (2003), 7.1.
 */
export function quantileInterval(values: readonly number[], { p, level }: QuantileQuestion): QuantileInterval {
  if (!(p > 0 && p < 1 && level > 0 && level < 1)) {
    throw new RangeError(`an interval needs a quantile and a level between 0 and 1: ${p}, ${level}`);
  }
  const sorted = sortSample(values);
  const tail = (1 - level) / 2;
  const depthFor = (share: number): number => remember(`${sorted.length},${share},${tail}`, () => depthOf(sorted.length, share, tail));
  return {
    estimate: quantileSorted(sorted, p),
    lower: sorted[depthFor(p) - 1] ?? Number.NEGATIVE_INFINITY,
    upper: sorted[sorted.length - depthFor(1 - p)] ?? Number.POSITIVE_INFINITY,
  };
}

/** How many of the counts 0, 1, 2, ... have P(Binomial(n, p) <= count) <= tail. */
function depthOf(n: number, p: number, tail: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialAtMost(middle, n, p) <= tail * (1 + 1e-9)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binomialAtMost(count: number, n: number, p: number): number {
  return count >= n ? 1 : incompleteBeta(1 - p, { a: n - count, b: count + 1 });
}

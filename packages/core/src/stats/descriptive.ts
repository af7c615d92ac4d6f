import { mean, sampleStandardDeviation } from 'simple-statistics';

import { countBelow, medianSorted, quantileSorted, sortSample } from './sorted.js';
import type { Sorted } from './sorted.js';

/** What a sample looks like, in the sample's own unit. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); 0 for a single value. */
  readonly stddev: number;
  /** Median distance from the median, not scaled to a standard deviation. */
  readonly mad: number;
}

/** Which end of a sample is the good one. */
export type Best = 'smallest' | 'largest';

export interface ShareOptions {
  /** Part of the sample that is averaged, in (0, 1]. */
  readonly share?: number;
  /** Values averaged at least, as far as the sample has them. */
  readonly least?: number;
  readonly best?: Best;
}

/**
 * Describes a sample. Quantiles are of type 7. The order of the values makes no difference, down to the last bit.
 * @throws RangeError when the sample is empty or holds a value that is not finite
 */
export function summarize(values: readonly number[]): Summary {
  return summarizeSorted(sortSample(values));
}

/** As summarize, of values that are sorted already. */
export function summarizeSorted(sorted: Sorted): Summary {
  const only = quantileSorted(sorted, 0);
  if (only === quantileSorted(sorted, 1)) return { n: sorted.length, min: only, p50: only, p95: only, p99: only, max: only, mean: only, stddev: 0, mad: 0 };
  const ordered = asList(sorted);
  return {
    n: sorted.length,
    min: quantileSorted(sorted, 0),
    p50: medianSorted(sorted),
    p95: quantileSorted(sorted, 0.95),
    p99: quantileSorted(sorted, 0.99),
    max: quantileSorted(sorted, 1),
    mean: mean(ordered),
    stddev: sampleStandardDeviation(ordered),
    mad: medianDeviation(sorted),
  };
}

/** Quantile of type 7; `p` in [0, 1]. */
export function quantile(values: readonly number[], p: number): number {
  return quantileSorted(sortSample(values), p);
}

export function median(values: readonly number[]): number {
  return medianSorted(sortSample(values));
}

/** Median absolute deviation from the median, not scaled. */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  return medianDeviation(sortSample(values));
}

/**
 * Mean of the best part of a run's iterations: by default the fastest 30 %, at least three.
 * Disturbances only ever add time, so the good end of a run repeats better than its middle.
 */
export function fastShareMean(values: readonly number[], options: ShareOptions = {}): number {
  return fastShareMeanSorted(sortSample(values), options);
}

/** As fastShareMean, of values that are sorted already. */
export function fastShareMeanSorted(sorted: Sorted, { share = 0.3, least = 3, best = 'smallest' }: ShareOptions = {}): number {
  return endMean(sorted, best, Math.max(least, countOf(share, sorted.length)));
}

/** Mean of the worst part of a run's iterations, by default the slowest 20 %, at least one: the tail that `fastShareMean` cannot see. */
export function slowShareMean(values: readonly number[], options: ShareOptions = {}): number {
  return slowShareMeanSorted(sortSample(values), options);
}

/** As slowShareMean, of values that are sorted already. */
export function slowShareMeanSorted(sorted: Sorted, { share = 0.2, least = 1, best = 'smallest' }: ShareOptions = {}): number {
  return endMean(sorted, best === 'smallest' ? 'largest' : 'smallest', Math.max(least, countOf(share, sorted.length)));
}

/** Distances from the median grow towards both ends, so that the middle one is reached by going outwards; nothing need be sorted again. */
function medianDeviation(sorted: Sorted): number {
  const middle = medianSorted(sorted);
  let right = countBelow(sorted, middle, false);
  let left = right - 1;
  let before = 0;
  let last = 0;
  for (let passed = 0; passed <= sorted.length >> 1; passed += 1) {
    const below = middle - (sorted[left] ?? Number.NEGATIVE_INFINITY);
    const above = (sorted[right] ?? Number.POSITIVE_INFINITY) - middle;
    before = last;
    last = Math.min(below, above);
    if (below < above) left -= 1;
    else right += 1;
  }
  return sorted.length % 2 === 1 ? last : (before + last) / 2;
}

function endMean(sorted: Sorted, end: Best, count: number): number {
  const kept = Math.min(count, sorted.length);
  return mean(asList(end === 'smallest' ? sorted.subarray(0, kept) : sorted.subarray(sorted.length - kept)));
}

/** For functions that read by index alone: a copy of each of 100,000 samples would take longer than to average it. */
function asList(sorted: Sorted): number[] {
  return sorted as ArrayLike<number> as number[];
}

/** A share of n, rounded up; the tolerance keeps 0.3 x 10 at 3 whatever the last bit of the product is. */
function countOf(share: number, n: number): number {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`a share lies in (0, 1]: ${share}`);
  }
  return Math.ceil(share * n - 1e-9);
}

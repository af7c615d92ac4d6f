import { medianAbsoluteDeviation } from './descriptive.js';
import { medianSorted, sortSample } from './sorted.js';

/** Makes the median absolute deviation of normal data estimate their standard deviation: 1 / (upper quartile of the standard normal law). */
const NORMAL_CONSISTENCY = 1.4826;

/** A standard deviation that a few wild values do not move: 1.4826 x the median absolute deviation; 0 for a single value. */
export function robustScale(values: readonly number[]): number {
  return NORMAL_CONSISTENCY * medianAbsoluteDeviation(values);
}

/** Both values of a pair lie half their difference from its middle, and a difference spreads sqrt 2 times as wide as a value. */
const PAIR_CORRECTION = Math.SQRT2;

/**
 * The scale of values about their own group's median, pooled over groups: what is left of the noise once drift between groups is out.
 * Each group's smallest deviation is left out, which pays for its estimated median (without that, groups of five read 27 % low).
 * Groups with fewer than two values say nothing; with no other groups the scale is 0.
 */
export function robustScaleWithin(groups: readonly (readonly number[])[]): number {
  const deviations = groups.filter(({ length }) => length >= 2).flatMap(deviationsWithin);
  return deviations.length === 0 ? 0 : NORMAL_CONSISTENCY * medianSorted(sortSample(deviations));
}

function deviationsWithin(group: readonly number[]): number[] {
  const sorted = sortSample(group);
  const middle = medianSorted(sorted);
  const correction = group.length === 2 ? PAIR_CORRECTION : 1;
  return Array.from(sorted.map((value) => Math.abs(value - middle) * correction).sort().subarray(1));
}

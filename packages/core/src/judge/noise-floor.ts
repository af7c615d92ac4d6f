import { median } from '../stats/descriptive.js';
import { PAIRED_FLOOR } from './decision-constants.js';

/** Fewest null comparisons that say anything about a floor, and from how many on three scales are enough. */
export const ESTIMATES_FOR_FLOOR = 10;
const ESTIMATES_FOR_TIGHT_FLOOR = 20;
const WIDE = 4;
const TIGHT = 3;

/** Standard deviations of normal data a median absolute value. */
const NORMAL_CONSISTENCY = 1.4826;
/** Standard error of a Hodges-Lehmann shift between two sides of n values, in sigma x sqrt(2 / n): sqrt(pi / 3). */
const EFFICIENCY = 1.023;

/** Standard error of a shift from the robust scale of its rounds; in the unit of `sigma`. */
export function shiftError(sigma: number, rounds: number): number {
  return EFFICIENCY * Math.sqrt(2 / rounds) * sigma;
}

/**
 * How much comparisons of the same code scatter beyond what their sampling error explains, log. `estimates` are their log ratios, `errors` the standard
 * error of each. The sampling error is taken out, since the interval accounts for it already. 0 without estimates.
 */
export function nullScale(estimates: readonly number[], errors: readonly number[]): number {
  if (estimates.length === 0) return 0;
  const scale = NORMAL_CONSISTENCY * median(estimates.map(Math.abs));
  const sampling = errors.reduce((sum, error) => sum + error ** 2, 0) / Math.max(1, errors.length);
  return Math.sqrt(Math.max(0, scale ** 2 - sampling));
}

/** The noise floor of a benchmark from comparisons of the same code, a share: at least 1 %, and 1 % with fewer than ten of them. */
export function noiseFloor(estimates: readonly number[], errors: readonly number[]): number {
  if (estimates.length < ESTIMATES_FOR_FLOOR) return PAIRED_FLOOR;
  const factor = estimates.length < ESTIMATES_FOR_TIGHT_FLOOR ? WIDE : TIGHT;
  return Math.max(PAIRED_FLOOR, Math.expm1(factor * nullScale(estimates, errors)));
}

/** The scale that a calibrated floor stands for, log. */
export function scaleOfFloor(floor: number): number {
  return Math.log1p(floor) / TIGHT;
}

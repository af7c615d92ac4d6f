/**
 * (z(0.995) + z(0.95)) x 1.023 x sqrt 2: what a true shift must span, in sigma / sqrt n, to be seen by a 99 % interval of the Hodges-Lehmann
 * shift in 95 of 100 comparisons. That holds for many normal values a side in one block; in blocks of 5 + 5 it is 82, 89 and 90 of 100
 * at 10, 20 and 30 values a side (measured by this file's calibration test).
 */
const SPAN = 6.1;

/** The smallest true shift that `n` values a side show nine times in ten or oftener at 99 % confidence, with 10 values eight; in the unit of `sigma`. */
export function minimumDetectableEffect(sigma: number, n: number): number {
  return (SPAN * sigma) / Math.sqrt(n);
}

/** Values a side that make `effect` the minimum detectable one; at least 1. Infinite for an effect of 0. */
export function roundsNeeded(sigma: number, effect: number): number {
  // The tolerance keeps a plan that is met exactly from asking for one round more.
  return Math.max(1, Math.ceil((SPAN * sigma / effect) ** 2 * (1 - 1e-12)));
}

/** Observations of which at least one lies above the p-quantile with the given confidence: 59 for p95, 299 for p99. */
export function observationsNeeded(p: number, confidence = 0.95): number {
  if (!(p > 0 && p < 1 && confidence > 0 && confidence < 1)) {
    throw new RangeError(`a quantile and a confidence lie between 0 and 1: ${p}, ${confidence}`);
  }
  return Math.ceil(Math.log(1 - confidence) / Math.log(p) * (1 - 1e-12));
}

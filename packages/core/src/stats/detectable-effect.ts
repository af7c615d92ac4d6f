/**
 * (z(0.995) + z(0.95)) x 1.023 x sqrt 2: standard errors of a Hodges-Lehmann shift between two sides of n values that a true shift must span
 * to be seen by a 99 % interval in 95 of 100 comparisons.
 */
const SPAN = 6.1;

/** The smallest true shift that `n` values a side show in 95 of 100 comparisons at 99 % confidence; in the unit of `sigma`. */
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

import { incompleteBeta } from './incomplete-beta.js';
import { inverseCdf } from './inverse-cdf.js';

/** P(T <= t) of Student's law; `degrees` of freedom above 0. */
export function studentTCdf(t: number, degrees: number): number {
  const square = t * t;
  // Each form keeps its digits where the other would subtract nearly equal numbers.
  if (square < degrees) {
    return 0.5 + (Math.sign(t) / 2) * incompleteBeta(square / (degrees + square), { a: 0.5, b: degrees / 2 });
  }
  const tail = incompleteBeta(degrees / (degrees + square), { a: degrees / 2, b: 0.5 }) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * The value that a Student variable stays below with probability `p`.
 * @throws RangeError when p is outside (0, 1) or there are no degrees of freedom
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1 && degrees > 0)) {
    throw new RangeError(`a Student quantile needs a probability between 0 and 1 and degrees of freedom above 0: ${p}, ${degrees}`);
  }
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentTQuantile(1 - p, degrees);
  let low = -1;
  while (studentTCdf(low, degrees) > p) low *= 2;
  return inverseCdf((t) => studentTCdf(t, degrees), p, [low, 0]);
}

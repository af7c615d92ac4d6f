import { createCache } from './bounded-cache.js';

const remember = createCache<Float64Array>();

/**
 * Null distribution of the Mann-Whitney statistic U, the number of pairs (a, b) with b > a, for `n` and `m` values per side.
 *
 * Ties: a tied pair counts one half, which is the same as giving tied values their middle rank. 2U is then a whole number but U may not be;
 * callers round U against rejection and use the tie-free law, which is wider than the law of tied data.
 *
 * Source: Mann and Whitney (1947). The probabilities are the coefficients of the Gaussian binomial
 * prod (1 - x^(m+i)) / (1 - x^i), i = 1..n, divided by C(n + m, n).
 */
export function mannWhitneyPmf(n: number, m: number): Float64Array {
  if (!(Number.isInteger(n) && Number.isInteger(m) && n >= 1 && m >= 1)) {
    throw new RangeError(`both sides need a whole number of values, at least one: ${n} and ${m}`);
  }
  const [small, large] = n <= m ? [n, m] : [m, n];
  return remember(`${small},${large}`, () => computePmf(small, large));
}

function computePmf(small: number, large: number): Float64Array {
  const pairs = small * large;
  // Only the lower half is computed: there every coefficient grows, so no digits cancel.
  const half = new Float64Array((pairs >> 1) + 1);
  half[0] = 1;
  for (let i = 1; i <= small; i += 1) {
    multiply(half, large + i);
    divide(half, i);
    // One factor i / (large + i) each turn adds up to 1 / C(n + m, n) and keeps the numbers in range.
    for (let u = 0; u < half.length; u += 1) half[u] = (half[u] ?? 0) * (i / (large + i));
  }
  return Float64Array.from({ length: pairs + 1 }, (_, u) => half[Math.min(u, pairs - u)] ?? 0);
}

/** Times (1 - x^step), in place. */
function multiply(coefficients: Float64Array, step: number): void {
  for (let u = coefficients.length - 1; u >= step; u -= 1) {
    coefficients[u] = (coefficients[u] ?? 0) - (coefficients[u - step] ?? 0);
  }
}

/** Divided by (1 - x^step), in place. */
function divide(coefficients: Float64Array, step: number): void {
  for (let u = step; u < coefficients.length; u += 1) {
    coefficients[u] = (coefficients[u] ?? 0) + (coefficients[u - step] ?? 0);
  }
}

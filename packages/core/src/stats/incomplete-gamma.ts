import { gammaln } from 'simple-statistics';

const PRECISION = 1e-16;
const TINY = 1e-300;
const TURNS = 100_000;

/**
 * Regularised upper incomplete gamma function Q(a, x), a > 0, x >= 0; small values keep their digits.
 * Below a + 1 the power series of 1 - Q (DLMF 8.11.4), above it the continued fraction (DLMF 8.9.2) by Lentz's method.
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) {
    throw new RangeError(`the incomplete gamma function needs a > 0 and x >= 0: ${a}, ${x}`);
  }
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const scale = Math.exp(a * Math.log(x) - x - gammaln(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < TURNS && term > sum * PRECISION; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < TURNS; k += 1) {
    const term = -k * (k - a);
    b += 2;
    d = 1 / awayFromZero(term * d + b);
    c = awayFromZero(b + term / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= PRECISION * 2) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

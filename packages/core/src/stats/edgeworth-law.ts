import { normalCdf, normalDensity } from './normal.js';
import { lawOf } from './rank-law.js';
import type { RankLaw } from './rank-law.js';

/**
 * Edgeworth expansion of the law of a sum of Mann-Whitney statistics, for data too large for the exact law.
 *
 * A lattice variable's distribution function at u + 1/2 is the expansion with the cumulants of a uniform on (-1/2, 1/2) taken off
 * (Sheppard's corrections; Kolassa and McCullagh 1990). The law is symmetric: odd cumulants vanish. The others follow from the generating
 * function prod (1 - x^(m+i)) / (1 - x^i): kappa_2r = B_2r / 2r * sum ((m+i)^2r - i^2r), B being Bernoulli's numbers.
 */
export function edgeworthLaw(blocks: readonly { readonly a: number; readonly b: number }[]): RankLaw {
  const pairs = blocks.reduce((sum, { a, b }) => sum + a * b, 0);
  const sigma = Math.sqrt(powerSum(blocks, 2) / 12);
  const fourth = -powerSum(blocks, 4) / 120 / sigma ** 4;
  const sixth = powerSum(blocks, 6) / 252 / sigma ** 6;
  const least = Math.exp(-blocks.reduce((sum, { a, b }) => sum + logChoose(a + b, a), 0));
  const lowerTail = (u: number): number => {
    const x = (u + 0.5 - pairs / 2) / sigma;
    const correction = (fourth / 24) * hermite3(x) + (sixth / 720) * hermite5(x) + ((fourth * fourth) / 1152) * hermite7(x);
    return Math.max(least, normalCdf(x) - normalDensity(x) * correction);
  };
  return lawOf(pairs, (u) => (u < pairs / 2 ? lowerTail(u) : 1 - lowerTail(pairs - 1 - u)));
}

/** Sum of (m+i)^k - i^k over i = 1..n and all blocks, less the uniform's share, which is 1 for every power. */
function powerSum(blocks: readonly { readonly a: number; readonly b: number }[], power: number): number {
  let sum = -1;
  for (const { a, b } of blocks) {
    for (let i = 1; i <= a; i += 1) sum += (b + i) ** power - i ** power;
  }
  return sum;
}

function logChoose(total: number, chosen: number): number {
  let sum = 0;
  for (let i = 1; i <= chosen; i += 1) sum += Math.log((total - chosen + i) / i);
  return sum;
}

const hermite3 = (x: number): number => x * (x * x - 3);
const hermite5 = (x: number): number => x * (x ** 4 - 10 * x * x + 15);
const hermite7 = (x: number): number => x * (x ** 6 - 21 * x ** 4 + 105 * x * x - 105);

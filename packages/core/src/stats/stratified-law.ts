import { createCache } from './bounded-cache.js';
import { edgeworthLaw } from './edgeworth-law.js';
import { mannWhitneyPmf } from './mann-whitney-law.js';
import { tabulatedLaw } from './rank-law.js';
import type { RankLaw } from './rank-law.js';

/** How many values each side of a block has. */
export interface BlockSize {
  readonly a: number;
  readonly b: number;
}

/** Above this many elementary steps the exact law is left for its expansion, which is then good to many digits. */
const EXACT_STEPS = 1e7;
const remember = createCache<RankLaw>();

/**
 * Null law of the sum of Mann-Whitney statistics over blocks whose order was randomised within each block
 * (van Elteren 1960, all blocks weighted alike). One block is the plain two-sample law. Blocks may differ in size;
 * neither their order nor which side is called a matters. Laws are kept for the next call with the same sizes.
 * @throws RangeError when there is no block, or a side of a block is empty
 */
export function stratifiedLaw(blocks: readonly BlockSize[]): RankLaw {
  if (blocks.length === 0) {
    throw new RangeError('a stratified law needs at least one block');
  }
  const sizes = blocks.map(({ a, b }) => (a <= b ? { a, b } : { a: b, b: a })).sort((x, y) => x.a - y.a || x.b - y.b);
  const key = sizes.map(({ a, b }) => `${a},${b}`).join(' ');
  return remember(key, () => (exactSteps(sizes) > EXACT_STEPS ? edgeworthLaw(sizes) : exactLaw(sizes)));
}

function exactLaw(sizes: readonly BlockSize[]): RankLaw {
  return tabulatedLaw(sizes.map(({ a, b }) => mannWhitneyPmf(a, b)).reduce(convolve));
}

/** Work of the exact law: the polynomials of all blocks, then one convolution per further block. */
function exactSteps(sizes: readonly BlockSize[]): number {
  let steps = 0;
  let pairs = 0;
  for (const { a, b } of sizes) {
    steps += a * a * b + pairs * a * b;
    pairs += a * b;
  }
  return steps;
}

function convolve(left: Float64Array, right: Float64Array): Float64Array {
  const sum = new Float64Array(left.length + right.length - 1);
  for (let i = 0; i < left.length; i += 1) {
    const weight = left[i] ?? 0;
    for (let j = 0; j < right.length; j += 1) {
      sum[i + j] = (sum[i + j] ?? 0) + weight * (right[j] ?? 0);
    }
  }
  return sum;
}

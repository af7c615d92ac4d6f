import { inverseCdf } from './inverse-cdf.js';
import { countBelow, sortSample } from './sorted.js';
import type { Sorted } from './sorted.js';

/** Values of two sides that may be compared with each other. */
export interface Sides {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** All differences b - a within blocks, in ascending order. */
export interface PairDifferences {
  readonly length: number;
  /** The difference at a place counted from 0; undefined past the ends. */
  at(index: number): number | undefined;
  /** How many differences are smaller than `bound`, or with `inclusive` at most `bound`. */
  countBelow(bound: number, inclusive: boolean): number;
}

/** Up to this many pairs are written out and sorted, which answers further questions at once: 8 MB, a tenth of a second. */
const WRITTEN_OUT = 1_000_000;

/** @throws RangeError when there are no pairs, or a value is not finite */
export function pairDifferences(blocks: readonly Sides[], writtenOut = WRITTEN_OUT): PairDifferences {
  const length = blocks.reduce((sum, { a, b }) => sum + a.length * b.length, 0);
  return length > writtenOut ? countedDifferences(blocks, length) : sortedDifferences(blocks, length);
}

function sortedDifferences(blocks: readonly Sides[], length: number): PairDifferences {
  const pooled = new Float64Array(length);
  let next = 0;
  for (const { a, b } of blocks) {
    for (const after of b) {
      for (const before of a) {
        pooled[next] = after - before;
        next += 1;
      }
    }
  }
  const sorted = sortSample(pooled);
  return {
    length,
    at: (index) => sorted[index],
    countBelow: (bound, inclusive) => countBelow(sorted, bound, inclusive),
  };
}

/** Searches for a difference by counting how many lie below a guess, in time proportional to the values instead of the pairs. */
function countedDifferences(blocks: readonly Sides[], length: number): PairDifferences {
  const sides = blocks.map(({ a, b }) => ({ a: sortSample(a), b: sortSample(b) }));
  const count = (bound: number, inclusive: boolean): number =>
    sides.reduce((sum, { a, b }) => sum + countInBlock(a, b, inclusive ? (d) => d <= bound : (d) => d < bound), 0);
  const least = Math.min(...sides.map(({ a, b }) => (b[0] ?? 0) - (a[a.length - 1] ?? 0)));
  const greatest = Math.max(...sides.map(({ a, b }) => (b[b.length - 1] ?? 0) - (a[0] ?? 0)));
  const search = (index: number): number =>
    count(least, true) > index ? least : inverseCdf((bound) => count(bound, true), index + 1, [least, greatest]);
  return { length, at: (index) => (index >= 0 && index < length ? search(index) : undefined), countBelow: count };
}

/** Pairs whose difference passes a test that only small differences pass: as b grows, fewer of the a's are large enough. */
function countInBlock(a: Sorted, b: Sorted, passes: (difference: number) => boolean): number {
  let tooSmall = 0;
  let count = 0;
  for (const after of b) {
    while (tooSmall < a.length && !passes(after - (a[tooSmall] ?? 0))) tooSmall += 1;
    count += a.length - tooSmall;
  }
  return count;
}

/** Values in ascending order, in a copy of their own. */
export type Sorted = Float64Array;

/**
 * Copies and sorts a sample; the caller's array is left as it was.
 * @throws RangeError when the sample is empty or holds a value that is not finite
 */
export function sortSample(values: ArrayLike<number>): Sorted {
  return checked(new Float64Array(values).sort());
}

let memory = new Float64Array(1024);

/**
 * Gives `use` what sortSample gives, for as long as it runs: the memory is then used again. To describe 100,000 small samples otherwise means as many
 * pieces of memory outside of the heap, and they cost more than the sorting.
 * @throws RangeError as sortSample does
 */
export function withSorted<T>(values: ArrayLike<number>, use: (sorted: Sorted) => T): T {
  const taken = memory.length >= values.length ? memory : new Float64Array(2 * values.length);
  // Whoever sorts within `use` has memory of their own.
  memory = new Float64Array(0);
  try {
    const sorted = taken.subarray(0, values.length);
    sorted.set(values);
    return use(checked(sorted.sort()));
  } finally {
    memory = taken;
  }
}

function checked(sorted: Sorted): Sorted {
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  // Infinities sort to the two ends and NaN to the last place, so the ends speak for the whole sample.
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    throw new RangeError(sorted.length === 0 ? 'a sample needs at least one value' : 'a sample may hold finite values only');
  }
  return sorted;
}

/** Quantile of type 7 in the list of Hyndman and Fan (1996), the default of R and NumPy. `p` is in [0, 1]. */
export function quantileSorted(sorted: Sorted, p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`a quantile's probability lies in [0, 1]: ${p}`);
  }
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const low = sorted[index] ?? Number.NaN;
  const high = sorted[index + 1] ?? low;
  return low === high ? low : low + (position - index) * (high - low);
}

/** The middle value, or the mean of the middle two: the same bits whichever way the sample is mirrored. */
export function medianSorted(sorted: Sorted): number {
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** How many values are smaller than `bound`, or with `inclusive` at most `bound`. */
export function countBelow(sorted: Sorted, bound: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? Number.NaN;
    if (value < bound || (inclusive && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

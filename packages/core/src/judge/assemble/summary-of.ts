import type { Summary } from '../../model/generated/types.js';
import { summarizeSorted } from '../../stats/descriptive.js';
import { withSorted, type Sorted } from '../../stats/sorted.js';

/** Fewest values that have one beyond the quantile, so that it is not merely the largest value under another name. */
const VALUES_FOR_P95 = 20;
const VALUES_FOR_P99 = 100;

/**
 * Describes values; a quantile that they are too few for is null.
 * @throws RangeError when there is no value or one is not finite
 */
export function summaryOf(values: readonly number[]): Summary {
  return withSorted(values, summaryOfSorted);
}

/** As summaryOf, of values that are sorted already. */
export function summaryOfSorted(sorted: Sorted): Summary {
  const { n, min, p50, p95, p99, max, mean, stddev, mad } = summarizeSorted(sorted);
  return { n, min, p50, p95: n >= VALUES_FOR_P95 ? p95 : null, p99: n >= VALUES_FOR_P99 ? p99 : null, max, mean, stddev, mad };
}

import type { ComparisonRow } from '../../model/generated/types.js';
import { formatChange } from '../../model/share.js';
import { median, quantile } from '../../stats/descriptive.js';
import { BENCHMARKS_FOR_SHIFT, STORED_FLOOR } from '../decision-constants.js';
import { benchmarkKey } from './side.js';

/** Inter-quartile range of the standard normal law. */
const NORMAL_RANGE = 1.349;
/** Standard error of a median, in standard deviations of the values over the root of their number: sqrt(pi / 2). */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2);
const ERRORS_BEYOND_CHANCE = 3;

/**
 * All benchmarks moved together: the machine changed, not the code. Told from at least eight benchmarks whose median change is beyond three of its
 * standard errors and larger than the changes' inter-quartile range; below the floor of stored comparisons a shift is left alone,
 * since no verdict can come of it. Returns the shift on the log scale, null for none.
 */
export function machineShift(rows: readonly ComparisonRow[]): number | null {
  const changes = changesByBenchmark(rows);
  if (changes.length < BENCHMARKS_FOR_SHIFT) return null;
  const shift = median(changes);
  const range = quantile(changes, 0.75) - quantile(changes, 0.25);
  const error = (MEDIAN_ERROR * range) / NORMAL_RANGE / Math.sqrt(changes.length);
  const size = Math.abs(shift);
  return size > ERRORS_BEYOND_CHANCE * error && size > range && size > Math.log1p(STORED_FLOOR) ? shift : null;
}

/** One change a benchmark: its metrics move together, and several would count it several times. */
function changesByBenchmark(rows: readonly ComparisonRow[]): number[] {
  const changes = new Map<string, number>();
  for (const row of rows) {
    const key = benchmarkKey(row.suite, row.benchmark);
    if (isNoisy(row) && row.slowdown !== null && row.slowdown > -1 && !changes.has(key)) changes.set(key, Math.log1p(row.slowdown));
  }
  return [...changes.values()];
}

function isNoisy({ rule }: ComparisonRow): boolean {
  return rule === 'rank' || rule === 'threshold';
}

/** Takes back the verdicts of a comparison whose machine changed; the numbers stay. */
export function withoutMachineShift(rows: readonly ComparisonRow[], shift: number): ComparisonRow[] {
  const change = formatChange(Math.expm1(shift));
  return rows.map((row) =>
    isNoisy(row)
      ? {
          ...row,
          verdict: 'not-comparable',
          rule: 'comparability',
          reason: `All benchmarks moved together by ${change}: the machine changed, not the code. Measure the base in the same job (paired mode), or promote a new baseline.`,
          differences: [...row.differences, { field: 'environment', base: null, head: change }],
        }
      : row,
  );
}

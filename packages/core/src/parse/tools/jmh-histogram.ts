import type { Summary } from '../../model/index.js';
import { asArray, asCount, asNumber } from '../fields.js';

/** [value, how often], by value. */
type Bin = readonly [value: number, count: number];

/**
 * rawDataHistogram, [fork][iteration][[value, count]], of all forks together as a summary in the file's unit; null where it is malformed or empty.
 * Quantiles are JMH's own (MultisetStatistics.getPercentile of 1.37): at rank q(n+1), between neighbours in proportion.
 */
export function summarizeHistogram(histogram: unknown): Summary | null {
  const bins = readBins(histogram);
  if (bins === null || bins.length === 0) return null;
  bins.sort(([a], [b]) => a - b);
  const n = bins.reduce((sum, [, count]) => sum + count, 0);
  if (!Number.isSafeInteger(n)) return null;
  const mean = bins.reduce((sum, [value, count]) => sum + (value * count) / n, 0);
  const squares = bins.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0);
  const at = (q: number): number => quantile(bins, q * (n + 1), n);
  const [min] = bins[0] as Bin;
  const [max] = bins.at(-1) as Bin;
  return { n, min, p50: at(0.5), p95: at(0.95), p99: at(0.99), max, mean, stddev: n > 1 ? Math.sqrt(squares / (n - 1)) : null, mad: null };
}

function readBins(histogram: unknown): Bin[] | null {
  const bins: Bin[] = [];
  for (const fork of asArray(histogram) ?? []) {
    for (const iteration of asArray(fork) ?? [null]) {
      for (const bin of asArray(iteration) ?? [null]) {
        const [value, count] = asArray(bin) ?? [];
        const time = asNumber(value);
        const times = asCount(count);
        if (time === null || time < 0 || times === null || times === 0) return null;
        bins.push([time, times]);
      }
    }
  }
  return bins;
}

/** The value at a rank from 1 to n; a rank between two whole ones lies between their values. */
function quantile(bins: readonly Bin[], rank: number, n: number): number {
  const whole = Math.min(Math.max(Math.floor(rank), 1), n);
  const lower = valueAt(bins, whole);
  if (rank < 1 || rank >= n) return lower;
  return lower + (rank - whole) * (valueAt(bins, whole + 1) - lower);
}

function valueAt(bins: readonly Bin[], rank: number): number {
  let passed = 0;
  for (const [value, count] of bins) {
    passed += count;
    if (passed >= rank) return value;
  }
  return (bins.at(-1) as Bin)[0];
}

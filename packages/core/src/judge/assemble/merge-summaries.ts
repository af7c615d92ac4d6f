import type { Summary } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';

/**
 * One summary of several rounds whose values are gone. n, min, max, mean and stddev are exact; the quantiles are the medians of the
 * rounds' quantiles, since quantiles cannot be put together; the mad is unknown. What one round does not say is null.
 */
export function mergeSummaries(summaries: readonly Summary[]): Summary {
  const mean = pooledMean(summaries);
  return {
    n: countOf(summaries),
    min: known(summaries, 'min', (values) => Math.min(...values)),
    p50: median(summaries.map(({ p50 }) => p50)),
    p95: known(summaries, 'p95', median),
    p99: known(summaries, 'p99', median),
    max: known(summaries, 'max', (values) => Math.max(...values)),
    mean,
    stddev: pooledDeviation(summaries, mean),
    mad: null,
  };
}

type Field = Exclude<keyof Summary, 'n' | 'p50'>;

/** Folds a field that every summary gives; null when one does not. */
function known(summaries: readonly Summary[], field: Field, fold: (values: number[]) => number): number | null {
  const values = summaries.map((summary) => summary[field]).filter((value) => value !== null);
  return values.length === summaries.length ? fold(values) : null;
}

function countOf(summaries: readonly Summary[]): number {
  return summaries.reduce((sum, { n }) => sum + n, 0);
}

function pooledMean(summaries: readonly Summary[]): number | null {
  const n = countOf(summaries);
  if (n === 0) return null;
  return summaries.reduce<number | null>((sum, one) => (sum === null || one.mean === null ? null : sum + (one.mean * one.n) / n), 0);
}

/** Sample standard deviation of all values together, from each round's own and the distance of its mean from the common one. */
function pooledDeviation(summaries: readonly Summary[], mean: number | null): number | null {
  const n = countOf(summaries);
  if (mean === null || n < 2) return null;
  let squares = 0;
  for (const one of summaries) {
    if (one.mean === null || one.stddev === null) return null;
    squares += Math.max(0, one.n - 1) * one.stddev ** 2 + one.n * (one.mean - mean) ** 2;
  }
  return Math.sqrt(squares / (n - 1));
}

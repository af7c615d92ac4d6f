import { fastShareMean, median, slowShareMean } from '../../../packages/core/src/stats/descriptive.js';

/** What one process run of a benchmark came to, ns (or the recorded data's own unit). Data with one number a run have it in all four places. */
export interface RunSummary {
  /** Mean of the fastest 30 % of the iterations. */
  readonly low: number;
  readonly median: number;
  readonly mean: number;
  /** Mean of the slowest 20 % of the iterations. */
  readonly tail: number;
}

export type Reading = keyof RunSummary;

/** One number in all places. */
export function flatRun(value: number): RunSummary {
  return { low: value, median: value, mean: value, tail: value };
}

/** A run slowed down by a factor, all of it alike. */
export function scaleRun({ low, median, mean, tail }: RunSummary, factor: number): RunSummary {
  return { low: low * factor, median: median * factor, mean: mean * factor, tail: tail * factor };
}

/** A run from the times of its iterations. */
export function summarizeTimes(times: readonly number[]): RunSummary {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { low: fastShareMean(times), median: median(times), mean, tail: slowShareMean(times) };
}

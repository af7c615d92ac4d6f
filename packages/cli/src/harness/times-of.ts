import { quantile } from '@benchline/core/stats';
import type { Times } from './perf-result.js';

/** Statistics of times in ms, in ns. There is at least one time. */
export function timesOf(samples: readonly number[]): Times {
  const values = samples.map((ms) => ms * 1e6);
  const at = (share: number): number => quantile(values, share);
  return { n: values.length, min: at(0), p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

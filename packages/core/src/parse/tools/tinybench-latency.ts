import type { Summary } from '../../model/index.js';
import { asCount, asNumber, asNumbers, field } from '../fields.js';
import { evenlySpread } from '../evenly-spread.js';
import { rescale } from '../rescale.js';

/** Times of one task, ns. */
export interface Latency {
  values: number[] | null;
  summary: Summary | null;
}

/**
 * A task's `latency` as tinybench 4 to 6 gives it, in ms: its samples where they were kept, else its own statistics. Of more samples than anyone
 * needs some are kept, evenly spread, and the statistics of all. null: no times above zero.
 * Its `rme` is a percentage and is not read; nor is `throughput`, whose mean is the mean of 1/x.
 */
export function readLatency(latency: unknown): Latency | null {
  const samples = field(latency, 'samples') ?? null;
  const summary = summaryOf(latency);
  if (samples === null) return summary === null ? null : { values: null, summary };
  // The timer can be too coarse to see one call: 0 is a value then, unless it is all there is.
  const all = asNumbers(samples, 0);
  if (all === null || !all.some((value) => value > 0)) return null;
  const values = evenlySpread(all).map(nanoseconds);
  return { values, summary: values.length < all.length ? summary : null };
}

function summaryOf(latency: unknown): Summary | null {
  const p50 = timeAt(latency, 'p50');
  const n = asCount(field(latency, 'samplesCount'));
  if (p50 === null || p50 <= 0 || n === null || n === 0) return null;
  const at = (key: string): number | null => timeAt(latency, key);
  return { n, min: at('min'), p50, p95: null, p99: at('p99'), max: at('max'), mean: at('mean'), stddev: at('sd'), mad: at('mad') };
}

function timeAt(latency: unknown, key: string): number | null {
  const ms = asNumber(field(latency, key));
  return ms === null || ms < 0 ? null : nanoseconds(ms);
}

function nanoseconds(ms: number): number {
  return rescale(ms, 1e6);
}

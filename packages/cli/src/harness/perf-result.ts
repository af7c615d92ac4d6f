import type { Params } from './perf-options.js';

/** Times of one call, ns, over the samples of one process. */
export interface Times {
  n: number;
  min: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  mean: number;
}

/** What one process measured of one spec; given to `expect`. */
export interface PerfResult {
  id: string;
  params: Params;
  time: Times;
  /** Of the amount that one call works through: B/s or elements/s at the median time; null: no amount is known. */
  throughput: { unit: 'B/s' | 'ops/s'; p50: number } | null;
  /** Bytes that one call allocates on V8's heap (buffers beside the heap are not seen); null: it could not be told. */
  allocatedBytes: number | null;
  /** Collections while it was measured, and ns that they stopped the program. */
  gc: { count: number; pauseNs: number };
}

/** What one round of a load test measured; given to `expect`. Latencies in ns, 0 where the clock of ms did not see one. */
export interface LoadResult {
  id: string;
  requestsPerSecond: number;
  latency: { p50: number; p99: number; max: number; mean: number };
  /** Requests that failed, as a share of all. */
  errors: number;
}

import type { Summary } from '../model/index.js';
import { benchmarkName } from './benchmark-name.js';
import { metricShapes } from './metric-shapes.js';
import type { BenchmarkName, Reading } from './parsed.js';
import type { DeclaredMetric } from './tool-traits.js';

/** What every load generator tells of a run; each number is the tool's own over the whole run, so that one run is one sample. */
export const loadMetrics = [
  { ...metricShapes.requests, kinds: ['summary'] },
  { ...metricShapes.throughput, kinds: ['summary'] },
  { ...metricShapes.latency, kinds: ['summary'] },
] as const satisfies readonly DeclaredMetric[];

/** One run of a load generator in which every request was answered well. */
export interface LoadRun {
  /** Answers per second over the whole run. */
  requests: number;
  /** Bytes per second over the whole run; null where the tool does not tell. */
  throughput: number | null;
  /** ns; null where the tool tells no median. */
  latency: Summary | null;
}

/** The readings of one run: rates as the one value they are, latency as the tool's summary. */
export function loadReadings(benchmark: BenchmarkName, { requests, throughput, latency }: LoadRun): Reading[] {
  const rates = [
    { shape: metricShapes.requests, value: requests },
    { shape: metricShapes.throughput, value: throughput },
  ];
  const read = rates.flatMap(({ shape, value }): Reading[] => (value === null ? [] : [{ ...summaryOf(benchmark, shape), values: [value], summary: null }]));
  return latency === null ? read : [...read, { ...summaryOf(benchmark, metricShapes.latency), values: null, summary: latency }];
}

function summaryOf(benchmark: BenchmarkName, shape: (typeof metricShapes)[keyof typeof metricShapes]): Pick<Reading, 'benchmark' | 'status' | 'metric'> {
  return { benchmark, status: 'ok', metric: { ...shape, kind: 'summary', ordered: false } };
}

/**
 * The benchmark of a run against one URL: its path and query. Scheme, host and port are left out, since servers under test listen wherever there is room.
 * What else was set (connections, threads) goes into `params`, so that only like runs are compared.
 */
export function loadTarget(url: string, params: Iterable<readonly [string, string]>): BenchmarkName {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? url;
  return benchmarkName({ id: path.startsWith('/') ? path : `/${path}`, params });
}

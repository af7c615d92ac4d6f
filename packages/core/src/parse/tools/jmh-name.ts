import { benchmarkName } from '../benchmark-name.js';
import type { BenchmarkName } from '../parsed.js';

/** What JMH tells apart: one method is measured in several modes, with several parameters, by several threads. */
export interface JmhIdentity {
  /** The method with its class and package. */
  benchmark: string;
  /** thrpt, avgt, sample or ss. */
  mode: string;
  threads: number;
  params: readonly (readonly [string, string])[];
}

/** `demo.Decode.frame [avgt, size=1024, 2 threads]`: always with the mode, with threads where there is more than one. */
export function jmhName({ benchmark, mode, threads, params }: JmhIdentity): BenchmarkName {
  const parts = [mode, ...params.map(([key, value]) => `${key}=${value}`), ...(threads > 1 ? [`${threads} threads`] : [])];
  const dot = benchmark.lastIndexOf('.');
  return benchmarkName({ id: `${benchmark} [${parts.join(', ')}]`, name: benchmark, group: dot > 0 ? benchmark.slice(0, dot) : null, params, tags: [mode] });
}

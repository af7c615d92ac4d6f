import type { Benchmark, ComparisonSide, Metric, PerformanceReport, Suite } from '../../model/generated/types.js';
import { fingerprintOf, measurementOf } from './measurement.js';

export { fingerprintOf };

/** The reports of one side of a comparison: one, or several jobs of the same commit. */
export interface ComparedReports {
  readonly reports: readonly PerformanceReport[];
  /** Of each report's file. */
  readonly digests: readonly string[];
  /** Id of the baseline they belong to. */
  readonly baseline: string | null;
}

/** A benchmark as one job saw it. */
export interface Sighting {
  readonly report: PerformanceReport;
  readonly suite: Suite;
  readonly benchmark: Benchmark;
}

/** A metric as one job measured it. */
export interface Measured extends Sighting {
  readonly metric: Metric;
}

/** Everything one side says about one benchmark. */
export interface BenchmarkSide {
  readonly suite: string;
  readonly id: string;
  readonly sightings: Sighting[];
  /** By the metric's name; jobs in which the benchmark was not `ok` are left out. */
  readonly metrics: Map<string, Measured[]>;
}

/** Key of a benchmark inside a comparison; text that no name can forge. */
export function benchmarkKey(suite: string, benchmark: string): string {
  return JSON.stringify([suite, benchmark]);
}

/** All benchmarks of a side by key. */
export function indexSide(reports: readonly PerformanceReport[]): Map<string, BenchmarkSide> {
  const index = new Map<string, BenchmarkSide>();
  for (const report of reports) {
    for (const suite of report.suites) {
      for (const benchmark of suite.benchmarks) addSighting(index, { report, suite, benchmark });
    }
  }
  return index;
}

function addSighting(index: Map<string, BenchmarkSide>, sighting: Sighting): void {
  const key = benchmarkKey(sighting.suite.name, sighting.benchmark.id);
  const side = index.get(key) ?? { suite: sighting.suite.name, id: sighting.benchmark.id, sightings: [], metrics: new Map<string, Measured[]>() };
  index.set(key, side);
  side.sightings.push(sighting);
  if (sighting.benchmark.status !== 'ok') return;
  for (const metric of sighting.benchmark.metrics) {
    const jobs = side.metrics.get(metric.name);
    if (jobs === undefined) side.metrics.set(metric.name, [{ ...sighting, metric }]);
    else jobs.push({ ...sighting, metric });
  }
}

/** What a comparison records of a side. Fingerprint and commit are the first report's. */
export function describeSide({ reports, digests, baseline }: ComparedReports): ComparisonSide | null {
  const [first] = reports;
  if (first === undefined) return null;
  return {
    digests: [...digests],
    runIds: reports.map(({ runId }) => runId),
    baseline,
    commit: first.provenance.commit,
    fingerprint: fingerprintOf(first),
    measurements: reports.map(measurementOf),
  };
}

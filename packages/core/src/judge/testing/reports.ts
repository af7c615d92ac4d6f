import type { Benchmark, Direction, Host, Metric, MetricKind, PerformanceReport, Round, Suite, SuiteProvenance } from '../../model/generated/types.js';
import { normalizePolicy } from '../../model/normalize-policy.js';
import { createRandom } from '../../stats/random.js';
import { summaryOf } from '../assemble/summary-of.js';
import type { ComparedReports } from '../compare/side.js';

/** What holds where a config says nothing. */
export const policy = normalizePolicy({}, '2026-11-20', () => undefined);

export const host: Host = {
  class: null,
  fingerprint: '0123456789abcdef',
  cpuModel: 'CPU',
  cores: 4,
  memoryBytes: 1024,
  os: 'linux',
  kernel: '6',
  arch: 'x64',
  virtualised: null,
  governor: null,
  load: null,
};

export const suiteProvenance: SuiteProvenance = {
  harness: { name: 'criterion', version: '0.5.1', outputVersion: null },
  toolchain: [{ name: 'rustc', version: '1.80.1' }],
  command: ['cargo', 'bench'],
  filter: null,
  threads: null,
  dataset: null,
  seed: null,
  env: {},
  build: { profile: 'release', flags: [] },
};

export interface MetricParts {
  name?: string;
  unit?: string;
  direction?: Direction;
  kind?: MetricKind;
}

/** A metric with one value a round. */
export function metricOf(values: readonly number[], { name = 'time', unit = 'ns', direction = 'lower', kind = 'raw' }: MetricParts = {}): Metric {
  const rounds = values.map((value): Round => ({ n: 1, location: value, tail: value, mean: value, p50: value, p95: null, p99: null }));
  return { name, unit, direction, kind, ordered: true, rounds, summary: summaryOf(values) };
}

export function benchmarkOf(id: string, metrics: Metric[], rest: Partial<Benchmark> = {}): Benchmark {
  return { id, name: id, group: null, params: {}, tags: [], sourceHash: null, status: 'ok', metrics, ...rest };
}

export function suiteOf(benchmarks: Benchmark[], rest: Partial<Suite> = {}): Suite {
  return { name: 'suite', tool: 'criterion', provenance: suiteProvenance, benchmarks, ...rest };
}

export function reportOf(suites: Suite[], rest: Partial<PerformanceReport> = {}): PerformanceReport {
  return {
    schemaVersion: 1,
    runId: 'run',
    project: 'core',
    createdAt: '2026-01-01T00:00:00Z',
    provenance: {
      benchline: '0.1.0',
      commit: { sha: 'a'.repeat(40), dirty: false, branch: 'main', mergeBase: null },
      host,
      ci: null,
      env: {},
      taskHash: null,
      measured: 'now',
      original: null,
    },
    suites,
    raw: [],
    samples: null,
    warnings: [],
    errors: [],
    ...rest,
  };
}

export function compared(...reports: PerformanceReport[]): ComparedReports {
  return { reports, digests: reports.map((_, index) => `sha256:${String(index).repeat(64)}`), baseline: null };
}

/** One side: benchmarks by id, each with its values a round. */
export function sideOf(benchmarks: Readonly<Record<string, readonly number[]>>, parts: MetricParts = {}): ComparedReports {
  return compared(reportOf([suiteOf(Object.entries(benchmarks).map(([id, values]) => benchmarkOf(id, [metricOf(values, parts)])))]));
}

/** Values scattered around a centre with a coefficient of variation, the same for the same seed. */
export function noisy(count: number, { centre, cv, seed }: { centre: number; cv: number; seed: number }): number[] {
  const { uniform } = createRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: count }, () => centre * Math.exp(cv * normal()));
}

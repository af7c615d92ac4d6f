import type { Commit, PerformanceReport } from '@benchline/core/model';
import { fakeSha } from './fake-git.js';

/** What a test says about a report: values in ns by benchmark, one a round. */
export interface SampleReport {
  values?: Readonly<Record<string, readonly number[]>>;
  runId?: string;
  hostClass?: string | null;
  fingerprint?: string;
  commit?: Partial<Commit>;
  createdAt?: string;
  raw?: PerformanceReport['raw'];
  taskHash?: string | null;
}

/** Eight rounds close to a value, always the same. */
export function around(value: number): number[] {
  return [-3, 2, 0, 1, -1, 3, -2, 0].map((offset) => value * (1 + offset / 1000));
}

/** A report as the criterion suite of a project called core would give it. */
export function sampleReport({ values = { 'decode/small': around(1000), 'decode/large': around(9000) }, runId = 'run-1', hostClass = 'runner-a', fingerprint = '0123456789abcdef', commit = {}, createdAt = '2026-11-20T11:00:00Z', raw = [], taskHash = null }: SampleReport = {}): PerformanceReport {
  return {
    schemaVersion: 1,
    runId,
    project: 'core',
    createdAt,
    provenance: {
      benchline: '0.1.0',
      commit: { sha: fakeSha, dirty: false, branch: 'main', mergeBase: fakeSha, ...commit },
      host: { class: hostClass, fingerprint, cpuModel: 'Example CPU', cores: 8, memoryBytes: 16 * 1024 ** 3, os: 'Example Linux 1', kernel: '6.1.0', arch: 'x64', virtualised: false, governor: 'performance', load: 0.1 },
      ci: null,
      env: {},
      taskHash,
      measured: 'now',
      original: null,
    },
    suites: [{ name: 'decode', tool: 'criterion', provenance: suiteProvenance, benchmarks: Object.entries(values).map(([id, rounds]) => benchmark(id, rounds)) }],
    raw,
    samples: null,
    warnings: [],
    errors: [],
  };
}

const suiteProvenance: PerformanceReport['suites'][number]['provenance'] = {
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

function benchmark(id: string, values: readonly number[]): PerformanceReport['suites'][number]['benchmarks'][number] {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    id, name: id, group: null, params: {}, tags: [], sourceHash: null, status: 'ok',
    metrics: [{
      name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', ordered: true,
      rounds: values.map((value) => ({ n: 10, location: value, tail: value, mean: value, p50: value, p95: value, p99: value })),
      summary: { n: values.length * 10, min: sorted[0] ?? 0, p50: middle, p95: sorted.at(-1) ?? 0, p99: sorted.at(-1) ?? 0, max: sorted.at(-1) ?? 0, mean, stddev: 0, mad: 0 },
    }],
  };
}

import type { Baseline, Benchmark, Metric, PerformanceReport, Profile, SloPolicy, SloResult, SloRow, SloVerdict } from '../../model/index.js';

export const sampleCommit = { sha: '9f8e7d6c'.repeat(5), dirty: false, branch: 'main', mergeBase: null };
export const sampleHost = { class: 'bench-1', fingerprint: '0011223344556677', cpuModel: 'Example CPU 3.0 GHz', cores: 8, memoryBytes: 2 ** 34, os: 'linux', kernel: '6.1', arch: 'x64', virtualised: false, governor: 'performance', load: 0.2 };

export function sampleMetric(name: string, values: readonly number[], more: Partial<Metric> = {}): Metric {
  const unit = name === 'throughput' ? 'B/s' : 'ns';
  const sorted = [...values].sort((a, b) => a - b);
  const p50 = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const rounds = values.map((value) => ({ n: 100, location: value, tail: value * 1.1, mean: value, p50: value, p95: value * 1.2, p99: value * 1.3 }));
  const summary = { n: 100 * values.length, min: sorted[0] ?? 0, p50, p95: p50 * 1.2, p99: p50 * 1.3, max: p50 * 1.4, mean: p50, stddev: p50 * 0.02, mad: p50 * 0.0123 };
  return { name, unit, direction: name === 'throughput' ? 'higher' : 'lower', kind: 'raw', ordered: true, rounds, summary, ...more };
}

export function sampleBenchmark(id: string, metrics: Metric[], status: Benchmark['status'] = 'ok'): Benchmark {
  return { id, name: id, group: null, params: {}, tags: [], sourceHash: null, status, metrics };
}

export function sampleReport(benchmarks: Benchmark[], more: Partial<PerformanceReport> = {}): PerformanceReport {
  return {
    schemaVersion: 1,
    runId: 'run-2',
    project: 'core',
    createdAt: '2026-10-02T10:00:00.000Z',
    provenance: { benchline: '0.1.0', commit: sampleCommit, host: sampleHost, ci: null, env: {}, taskHash: null, measured: 'now', original: null },
    suites: [
      {
        name: 'decode',
        tool: 'criterion',
        provenance: { harness: { name: 'criterion', version: '0.5.1', outputVersion: null }, toolchain: [{ name: 'rustc', version: '1.84.0' }], command: ['cargo', 'bench'], filter: null, threads: 1, dataset: null, seed: null, env: {}, build: { profile: 'release', flags: [] } },
        benchmarks,
      },
    ],
    raw: [],
    samples: null,
    warnings: [],
    errors: [],
    ...more,
  };
}

export const sampleBaseline: Baseline = {
  schemaVersion: 1,
  id: '2026-10-01-a1b2c3d',
  project: 'core',
  hostClass: 'bench-1',
  fingerprint: '0011223344556677',
  promotion: {
    by: 'Ada',
    at: '2026-10-01T10:00:00.000Z',
    reason: 'Faster decoder is released.',
    commit: { ...sampleCommit, sha: 'a1b2c3d4'.repeat(5) },
    criteria: [
      { name: 'measured', outcome: 'met', detail: 'Measured on this machine.' },
      { name: 'default-branch', outcome: 'met', detail: 'The commit is on main.' },
      { name: 'tests-passed', outcome: 'waived', detail: 'Not demanded outside CI.' },
    ],
  },
  reports: [{ path: 'reports/run-1.json', digest: 'ab'.repeat(32), runId: 'run-1', createdAt: '2026-10-01T09:00:00.000Z' }],
  previous: null,
  held: false,
};

const floor = (benchmark: string, limit: number, target: number | null): SloPolicy => ({ suite: null, benchmark, metric: 'throughput', statistic: 'median', kind: 'floor', limit, target, unit: 'B/s', tolerance: 0.02, confident: false });

const row = (objective: number, verdict: SloVerdict, { benchmark, observed = null, percent = null }: { benchmark: string; observed?: number | null; percent?: number | null }): SloRow => ({
  objective,
  suite: 'decode',
  benchmark,
  metric: objective === 3 ? 'time' : 'throughput',
  observed,
  interval: null,
  margin: percent === null ? null : { factor: 1 + percent / 100, percent },
  targetMet: benchmark === 'decode/display' ? false : null,
  verdict,
  reason: `A sentence why it is ${verdict}.`,
});

export const sampleSlo: SloResult = {
  schemaVersion: 1,
  project: 'core',
  report: { digest: 'cd'.repeat(32), runId: 'run-2', commit: sampleCommit },
  policy: [floor('decode/display', 80e6, 5 * 2 ** 30), floor('decode/comp3', 600e6, null), floor('decode/gone', 1e6, null), { ...floor('start', 100e6, null), kind: 'ceiling', metric: 'time', statistic: 'p95', unit: 'ns' }],
  objectives: [row(0, 'pass', { benchmark: 'decode/display', observed: 4.53e9, percent: 5562.5 }), row(1, 'fail', { benchmark: 'decode/comp3', observed: 5.7e8, percent: -5 }), row(2, 'unknown', { benchmark: 'decode/gone' }), row(3, 'warn', { benchmark: 'start', observed: 101e6, percent: -1 })],
  summary: { counts: { pass: 1, warn: 1, fail: 1, unknown: 1 }, verdict: 'unknown', exitCode: 2 },
  findings: [],
};

export const sampleProfile: Profile = {
  schemaVersion: 1,
  name: 'bench-1',
  project: 'core',
  createdAt: '2026-10-02T10:00:00.000Z',
  host: sampleHost,
  benchline: '0.1.0',
  rounds: 10,
  benchmarks: [
    { suite: 'decode', benchmark: 'decode/display', metric: 'time', nullEstimates: [0.001, -0.002], nullErrors: [0.001, 0.001], floor: 0.01, cv: 0.0123, detectable: 0.024, suggested: { warn: 0.05, fail: 0.1 } },
    { suite: 'decode', benchmark: 'decode/comp3', metric: 'time', nullEstimates: [0.03, -0.02], nullErrors: [0.01, 0.01], floor: 0.0456, cv: 0.081, detectable: 0.156, suggested: { warn: 0.16, fail: 0.32 } },
  ],
};

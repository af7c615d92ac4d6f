import { writeFileSync } from 'node:fs';
import { seeded } from '../seeded.js';

const samples = 20;

function valuesOf(random: () => number, centre: number): number[] {
  return Array.from({ length: samples }, () => centre * (1 + 0.05 * random()));
}

/** `pytest --benchmark-json` of pytest-benchmark 5, with the values of 20 rounds each. */
export function writePytestJson(path: string, benchmarks: number): void {
  const random = seeded(3);
  const machine = { node: 'made-up', processor: '', machine: 'x86_64', python_implementation: 'CPython', python_version: '3.11.7', release: '6', system: 'Linux', cpu: { brand_raw: 'made up', count: 2 } };
  const options = { disable_gc: false, timer: 'perf_counter', min_rounds: 5, max_time: 1, min_time: 5e-6, calibration_precision: 10, warmup: false };
  const rows = Array.from({ length: benchmarks }, (_, index) => {
    const data = valuesOf(random, 1e-6 + 1e-4 * random());
    const sorted = [...data].sort((a, b) => a - b) as [number, ...number[]];
    const mean = data.reduce((sum, value) => sum + value, 0) / samples;
    const median = sorted[samples / 2] ?? mean;
    const stats = { min: sorted[0], max: sorted.at(-1), mean, stddev: mean / 100, rounds: samples, median, iqr: 1e-9, q1: median, q3: median, iqr_outliers: 0, stddev_outliers: 1, outliers: '1;0', ld15iqr: sorted[0], hd15iqr: sorted.at(-1), ops: 1 / mean, total: mean * samples, data, iterations: 10 };
    const name = `test_case[${index}]`;
    return { group: `group ${index % 50}`, name, fullname: `tests/test_${index % 50}.py::${name}`, params: { n: index }, param: String(index), extra_info: {}, options, stats };
  });
  const commit = { id: 'unversioned', time: null, author_time: null, dirty: false, project: 'large', branch: '(unknown)' };
  writeFileSync(path, JSON.stringify({ machine_info: machine, commit_info: commit, benchmarks: rows, datetime: '2026-01-01T00:00:00+00:00', version: '5.1.0' }, null, 4));
}

/** `-rf json` of JMH 1.37: two forks of ten iterations each. */
export function writeJmhJson(path: string, benchmarks: number): void {
  const random = seeded(4);
  const rows = Array.from({ length: benchmarks }, (_, index) => {
    const values = valuesOf(random, 10 + 1e4 * random());
    const sorted = [...values].sort((a, b) => a - b);
    const score = values.reduce((sum, value) => sum + value, 0) / samples;
    const percentiles = Object.fromEntries(['0.0', '50.0', '90.0', '95.0', '99.0', '99.9', '99.99', '99.999', '99.9999', '100.0'].map((share) => [share, sorted[Math.min(samples - 1, Math.floor((Number(share) / 100) * samples))]]));
    return {
      jmhVersion: '1.37', benchmark: `com.example.Group${index % 50}.case${index}`, mode: 'avgt', threads: 1, forks: 2, jvm: '/usr/lib/jvm/17/bin/java', jvmArgs: [], jdkVersion: '17.0.15', vmName: 'OpenJDK 64-Bit Server VM', vmVersion: '17.0.15+6',
      warmupIterations: 5, warmupTime: '1 s', warmupBatchSize: 1, measurementIterations: 10, measurementTime: '1 s', measurementBatchSize: 1, params: { size: String(index % 9) },
      primaryMetric: { score, scoreError: score / 100, scoreConfidence: [score * 0.99, score * 1.01], scorePercentiles: percentiles, scoreUnit: 'ns/op', rawData: [values.slice(0, 10), values.slice(10)] }, secondaryMetrics: {},
    };
  });
  writeFileSync(path, JSON.stringify(rows, null, 4));
}

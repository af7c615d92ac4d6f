import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { seeded } from './seeded.js';

/** Flat bench records of `count` benchmarks, one a line. */
export function writeRecords(path: string, count: number): void {
  const random = seeded(1);
  const lines = Array.from({ length: count }, (_, index) => {
    const p50 = 10 + 90 * random();
    return JSON.stringify({ bench_id: `group${index % 50}/benchmark${index}`, metric: 'duration_ms', unit: 'ms', p50, p95: p50 * 1.1, n: 20, timestamp: '2026-01-01T00:00:00Z' });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
}

const host = { class: null, fingerprint: '0123456789abcdef', cpuModel: 'made up', cores: 2, memoryBytes: 8e9, os: 'linux', kernel: '6', arch: 'x64', virtualised: null, governor: null, load: 0 };
const commit = { sha: null, dirty: null, branch: null, mergeBase: null };

function benchmark(index: number, rounds: number, random: () => number): object {
  const centre = 1e4 + 9e4 * random();
  const values = Array.from({ length: rounds }, () => centre * (1 + 0.02 * (random() - 0.5)));
  const sorted = [...values].sort((a, b) => a - b);
  const summary = { n: rounds, min: sorted[0], p50: sorted[rounds >> 1], p95: null, p99: null, max: sorted.at(-1), mean: values.reduce((a, b) => a + b, 0) / rounds, stddev: 100, mad: 50 };
  const perRound = values.map((value) => ({ n: 10, location: value, tail: value * 1.05, mean: value * 1.01, p50: value, p95: null, p99: null }));
  const name = `group${index % 50}/benchmark${index}`;
  const metric = { name: 'time', unit: 'ns', direction: 'lower', kind: 'batch-mean', ordered: true, rounds: perRound, summary };
  return { id: name, name, group: null, params: {}, tags: [], sourceHash: null, status: 'ok', metrics: [metric] };
}

/** A valid report of `count` benchmarks with `rounds` rounds each. */
export function writeReport(folder: string, { count, rounds, seed }: { count: number; rounds: number; seed: number }): string {
  const random = seeded(seed);
  const provenance = { harness: { name: 'made up', version: '1.0.0', outputVersion: null }, toolchain: [], command: ['none'], filter: null, threads: null, dataset: null, seed: null, env: {}, build: { profile: null, flags: [] } };
  const benchmarks = Array.from({ length: count }, (_, index) => benchmark(index, rounds, random));
  const report = {
    schemaVersion: 1, runId: `run-${seed}`, project: 'large', createdAt: '2026-01-01T00:00:00Z',
    provenance: { benchline: '0.1.0', commit, host, ci: null, env: {}, taskHash: null, measured: 'now', original: null },
    suites: [{ name: 'large', tool: 'benchline', provenance, benchmarks }], raw: [], samples: null, warnings: [], errors: [],
  };
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(report);
  const path = join(folder, `report-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`);
  writeFileSync(path, text);
  return path;
}

import { packTarballs } from './pack.js';
import { unlessAbsent } from './required-programs.js';
import { createWorkspace, type Workspace } from './workspace.js';

const host = { class: null, fingerprint: '0123456789abcdef', cpuModel: 'Example CPU 3.0 GHz', cores: 8, memoryBytes: 2 ** 34, os: 'Example Linux', kernel: '6.1', arch: 'x64', virtualised: false, governor: null, load: 0 };
const suiteProvenance = { harness: { name: 'records', version: null, outputVersion: null }, toolchain: [], command: [], filter: null, threads: null, dataset: null, seed: null, env: {}, build: { profile: null, flags: [] } };

/** Ten rounds close to a value, always the same. */
const around = (value: number) => [-3, 2, 0, 1, -1, 3, -2, 0, 2, -2].map((offset) => value * (1 + offset / 1000));

function metric(name: string, unit: string, { values, direction, kind = 'raw' }: { values: number[]; direction: string | null; kind?: string }) {
  const sorted = [...values].sort((a, b) => a - b);
  const rounds = values.map((value) => ({ n: 10, location: value, tail: null, mean: value, p50: value, p95: null, p99: null }));
  return { name, unit, direction, kind, ordered: true, rounds, summary: { n: values.length * 10, min: sorted[0], p50: sorted[sorted.length >> 1], p95: null, p99: null, max: sorted.at(-1), mean: null, stddev: null, mad: null } };
}

/** A report whose names try to be something else, by how much slower it is. */
function reportOf(factor: number) {
  const benchmark = (id: string, metrics: object[], status = 'ok') => ({ id, name: id, group: null, params: {}, tags: [], sourceHash: null, status, metrics });
  const time = metric('time', 'ns', { values: around(1000 * factor), direction: 'lower' });
  const benchmarks = [
    benchmark('decode/small', [time, metric('throughput', 'B/s', { values: around(2e9 / factor), direction: 'higher' }), metric('memory', 'B', { values: [65536], direction: 'lower', kind: 'exact' })]),
    benchmark('two words', [time]),
    benchmark('100% =1+1\nBenchmarkFake 1 1 ns/op', [time]),
    benchmark('Foo-8', [metric('cache hits', 'count', { values: around(50), direction: null })]),
    benchmark('broken', [], 'failed'),
  ];
  return {
    schemaVersion: 1, runId: `run-${factor}`, project: 'core', createdAt: '2026-11-20T12:00:00.000Z',
    provenance: { benchline: '0.1.0', commit: { sha: null, dirty: null, branch: null, mergeBase: null }, host, ci: null, env: {}, taskHash: null, measured: 'now', original: null },
    suites: [{ name: 'decode', tool: 'records', provenance: suiteProvenance, benchmarks }],
    raw: [], samples: null, warnings: [], errors: [],
  };
}

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace('export');
  const { schemas, core, cli } = packTarballs();
  workspace.write('package.json', { name: 'user', version: '1.0.0', private: true });
  workspace.write('benchline.json', {});
  workspace.write('old.json', reportOf(1));
  workspace.write('new.json', reportOf(1.1));
  workspace.must('npm', ['install', '--silent', '--save-dev', schemas, core, cli]);
  for (const name of ['old', 'new']) workspace.must('node_modules/.bin/benchline', ['export', '--format', 'benchfmt', '--report', `${name}.json`, '--output', `${name}.txt`]);
});
afterAll(() => workspace.dispose());

/** In a folder of Go's own it is not always on PATH. */
const user = unlessAbsent(['benchstat']);

user.test('benchstat reads every line of benchfmt, and finds what changed', () => {
  const { code, stdout, output } = workspace.run('benchstat', ['-format', 'csv', 'old.txt', 'new.txt']);
  // It complains of lines on standard error, and exits with 0 all the same.
  expect({ code, complaints: output.slice(stdout.length) }).toEqual({ code: 0, complaints: expect.not.stringMatching(/:\d+: /) });
  const rowOf = (name: string) => stdout.split('\n').filter((line) => line.startsWith(`${name},`)).map((line) => line.split(','));
  const [time, rate, memory] = rowOf('decode/small');
  expect(Number(time?.[1])).toBeCloseTo(1e-6, 15);
  expect([time?.[5], rate?.[5], memory?.[5]]).toEqual(['+10.00%', '-9.09%', expect.stringMatching(/^(?:~|\+?0\.00%)?$/)]);
  expect(rowOf('two%20words')[0]?.[5]).toBe('+10.00%');
  expect(rowOf('100%25%20=1+1%0ABenchmarkFake%201%201%20ns/op')).toHaveLength(1);
  expect(stdout).toContain('cache%20hits-count');
  expect(stdout).not.toContain('\nFake');
});

test('benchfmt comes back with every id, and fails for what had failed', () => {
  const { code, output } = workspace.run('node_modules/.bin/benchline', ['ingest', '--tool', 'go', 'new.txt', '--json']);
  expect({ code, output }).toEqual({ code: 2, output: expect.stringContaining('broken failed') });
  workspace.write('whole.txt', workspace.read('new.txt').replace('--- FAIL: Benchmarkbroken\n', ''));
  workspace.must('node_modules/.bin/benchline', ['ingest', '--tool', 'auto', 'whole.txt']);
  const { suites } = workspace.readJson<{ suites: { tool: string; benchmarks: { id: string; metrics: { name: string; unit: string; rounds: { p50: number }[] }[] }[] }[] }>('.benchline/report.json');
  expect(suites.map(({ tool }) => tool)).toEqual(['go']);
  expect(suites[0]?.benchmarks.map(({ id }) => id)).toEqual(['decode/small', 'two words', '100% =1+1\nBenchmarkFake 1 1 ns/op', 'Foo-8']);
  expect(suites[0]?.benchmarks[0]?.metrics.map(({ name, unit, rounds }) => [name, unit, rounds.length])).toEqual([['time', 'ns', 10], ['throughput', 'B/s', 10], ['memory', 'B', 1]]);
  expect(suites[0]?.benchmarks[0]?.metrics[0]?.rounds.map(({ p50 }) => p50)).toEqual(around(1100));
});

test.each(['bmf', 'csv', 'bench-record'])('%s is written by the installed program, and says what it has no place for', (format) => {
  const { code, stdout, output } = workspace.run('node_modules/.bin/benchline', ['export', '--format', format, '--report', 'new.json']);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('decode/small') });
  expect(output.slice(stdout.length).includes('broken, because it failed')).toBe(format !== 'csv');
});

import type { Benchmark, Metric, PerformanceReport } from '@benchline/core/model';
import { main } from '../main.js';
import { createFakeWorld, type FakeWorld } from '../testing/fake-world.js';
import { sampleReport } from '../testing/sample-report.js';

const report = sampleReport({ values: { 'decode/small': [1000, 1002, 998], 'decode/large': [9000] } });
const time = report.suites[0]!.benchmarks[0]!.metrics[0]!;
const rate: Metric = { ...time, name: 'throughput', unit: 'B/s', direction: 'higher' };
const points: Metric = { ...time, name: 'points', unit: 'points', direction: null };

function withBenchmarks(...benchmarks: Partial<Benchmark>[]): PerformanceReport {
  const [suite] = report.suites;
  return { ...report, suites: [{ ...suite!, benchmarks: benchmarks.map((benchmark) => ({ ...suite!.benchmarks[0]!, ...benchmark })) }] };
}

const worldOf = (written: PerformanceReport, config: object = {}): FakeWorld => createFakeWorld({ files: { 'benchline.json': JSON.stringify(config), '.benchline/report.json': JSON.stringify(written) } });

async function run(line: string, world: FakeWorld = worldOf(report)) {
  const exitCode = await main(['export', ...line.split(' ').filter((word) => word !== '')], world);
  return { exitCode, stdout: world.printed(), stderr: world.complained(), world };
}

it.each([
  ['benchfmt', /^# benchline export 1: [^]*\nBenchmarkdecode\/small\t10\t1000 ns\/op\n/],
  ['bmf', /^\{\n {2}"decode\/small": \{\n {4}"latency": \{\n/],
  ['github-action-benchmark', /^\[\n {2}\{\n {4}"name": "decode\/small - time",/],
  ['csv', /^project,createdAt,[^]*\r\ncore,/],
  ['bench-record', /^\{"bench_id":"decode\/small","metric":"duration_ms","unit":"ms",/],
])('%s is written to standard output, and to nothing else', async (format, shape) => {
  const { exitCode, stdout, stderr } = await run(`--format ${format}`);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(shape);
});

it('perf-json holds the configured summary', async () => {
  const { exitCode, stdout } = await run('--format perf-json', worldOf(report, { summary: [{ label: 'SMALL', benchmark: 'decode/small', metric: 'time', unit: 'us' }] }));
  expect([exitCode, JSON.parse(stdout)]).toEqual([0, { small_us: 1, warnings: [], errors: [] }]);
  expect(await run('--format perf-json')).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('"summary"') });
});

it('a file is written whole, and where it is said', async () => {
  const { exitCode, stdout, world } = await run('--format bmf --output out/bmf.json');
  expect([exitCode, stdout]).toEqual([0, 'bmf written to out/bmf.json\n']);
  expect(Object.keys(JSON.parse(await world.files.readText('/repo/out/bmf.json')) as object)).toEqual(['decode/small', 'decode/large']);
});

it('another report is read', async () => {
  const world = createFakeWorld({ files: { 'benchline.json': '{}', 'nightly.json': JSON.stringify(withBenchmarks({ id: 'nightly' })) } });
  expect((await run('--format csv --report nightly.json', world)).stdout).toContain(',nightly,');
});

it('--json has the content, the file, and what is left out', async () => {
  expect(JSON.parse((await run('--format bench-record --json', worldOf(withBenchmarks({ metrics: [time, points] })))).stdout)).toMatchObject({
    format: 'bench-record', report: '/repo/.benchline/report.json', content: expect.stringContaining('decode/small'),
    leftOut: [{ suite: 'decode', benchmark: 'decode/small', metric: 'points', because: expect.stringContaining('bytes a second') }],
  });
  expect(JSON.parse((await run('--format csv --output a.csv --json')).stdout)).toMatchObject({ output: '/repo/a.csv', bytes: expect.any(Number), digest: expect.stringMatching(/^sha256:/) });
});

it('what is left out is told, reason by reason, and costs the rest nothing', async () => {
  const failed = ['a', 'b', 'c', 'd'].map((id) => ({ id, status: 'failed' as const, metrics: [] }));
  const { exitCode, stdout, stderr } = await run('--format bmf', worldOf(withBenchmarks({ id: 'good' }, ...failed)));
  expect([exitCode, Object.keys(JSON.parse(stdout) as object)]).toEqual([0, ['good']]);
  expect(stderr).toContain('Not in the bmf export: a, b, c and 1 more, because it failed.');
});

describe('github-action-benchmark', () => {
  const mixed = withBenchmarks({ metrics: [time, rate, points] });

  it('is refused where directions are mixed, since the action knows one a file', async () => {
    expect(await run('--format github-action-benchmark', worldOf(mixed))).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--direction lower') });
  });

  it.each([['lower', 'time'], ['higher', 'throughput']])('--direction %s writes the metrics of that direction alone', async (direction, metric) => {
    const { exitCode, stdout, stderr } = await run(`--format github-action-benchmark --direction ${direction}`, worldOf(mixed));
    expect([exitCode, (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)]).toEqual([0, [`decode/small - ${metric}`]]);
    expect(stderr).toContain('points of decode/small, because nothing tells which way is better');
  });

  it('takes the one direction that there is', async () => {
    expect(JSON.parse((await run('--format github-action-benchmark', worldOf(withBenchmarks({ metrics: [rate] })))).stdout)).toMatchObject([{ name: 'decode/small - throughput', unit: 'B/s' }]);
  });
});

it.each([
  ['', 'Pass --format with one of benchfmt,'],
  ['--format xml', 'must be one of benchfmt'],
  ['--format csv --direction lower', '--direction has no meaning for csv'],
  ['--format github-action-benchmark --direction up', 'must be one of lower, higher'],
  ['--format csv --report gone.json', 'gone.json is missing'],
])('"export %s" is refused with what to do', async (line, told) => {
  expect(await run(line)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(told) });
});

it.each(['bmf', 'github-action-benchmark', 'bench-record', 'csv', 'benchfmt'])('a report without benchmarks is no %s', async (format) => {
  expect(await run(`--format ${format} --output out`, worldOf(withBenchmarks()))).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('Nothing of the report can be written') });
});

it('a report of failures alone is no file of numbers, but CSV and benchfmt tell of them', async () => {
  const failed = worldOf(withBenchmarks({ id: 'a', status: 'failed', metrics: [] }));
  expect(await run('--format bmf', failed)).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('it failed') });
  expect((await run('--format csv', worldOf(withBenchmarks({ id: 'a', status: 'failed', metrics: [] })))).stdout).toContain(',a,,failed,');
  expect((await run('--format benchfmt', worldOf(withBenchmarks({ id: 'a', status: 'failed', metrics: [] })))).stdout).toContain('\n--- FAIL: Benchmarka\n');
});

import type { ToolName } from '../model/index.js';
import { adapterFor, type SourceFile } from './index.js';
import { readFixtures } from './testing/fixtures.js';

const fixtures = readFixtures();
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === name)?.files ?? [];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the tools themselves make of their samples, held against what we read. */
describe("the tools' own statistics agree with the values read", () => {
  it.each(['criterion/linear-bytes', 'criterion/flat-elements', 'criterion/plain'])('%s: mean and median of Criterion', (name) => {
    const { readings } = adapterFor('criterion').parse(filesOf(name));
    const estimates = filesOf(name).filter(({ path }) => path.endsWith('new/estimates.json'));
    const times = readings.filter(({ metric }) => metric?.name === 'time');
    expect(times).toHaveLength(estimates.length);
    times.forEach(({ values }, index) => {
      const told = JSON.parse(estimates[index]?.text ?? '') as Record<'mean' | 'median', { point_estimate: number }>;
      const sorted = [...(values ?? [])].sort((a, b) => a - b);
      expect(mean(sorted) / told.mean.point_estimate).toBeCloseTo(1, 9);
      expect(((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2 / told.median.point_estimate).toBeCloseTo(1, 9);
    });
  });

  it.each(['hyperfine/v1.15', 'hyperfine/v1.19-parameters'])('%s: mean of hyperfine, in seconds', (name) => {
    const { readings } = adapterFor('hyperfine').parse(filesOf(name));
    const told = JSON.parse(filesOf(name)[0]?.text ?? '') as { results: { mean: number; user: number }[] };
    const means = (metric: string) => readings.filter((reading) => reading.metric?.name === metric).map(({ values }) => mean(values ?? []) / 1e9);
    means('time').forEach((value, index) => expect(value).toBeCloseTo(told.results[index]?.mean ?? 0, 12));
    means('user').forEach((value, index) => expect(value).toBeCloseTo(told.results[index]?.user ?? 0, 12));
    expect(means('time')).toHaveLength(told.results.length);
  });
});

describe('Criterion.rs', () => {
  const { parse, detects } = adapterFor('criterion');

  it('reads the files in whatever order they come', () => {
    const files = filesOf('criterion/linear-bytes');
    expect(parse([...files].reverse())).toEqual(parse(files));
  });

  it('gives throughput as amount over time, value by value', () => {
    const { readings } = parse(filesOf('criterion/linear-bytes'));
    const [time, throughput] = readings;
    expect(throughput?.values?.map((rate, index) => (rate * (time?.values?.[index] ?? 0)) / 1e9)).toEqual(throughput?.values?.map(() => expect.closeTo(1024, 6)));
  });

  it('reads a folder of Windows like any other', () => {
    const windows = filesOf('criterion/plain').map(({ path, text }) => ({ path: `C:\\target\\criterion\\${path.replaceAll('/', '\\')}`, text }));
    expect(detects(windows)).toBe(true);
    expect(parse(windows)).toEqual(parse(filesOf('criterion/plain')));
  });

  it('takes no other folder for a new one: a group called "new" has old results too', () => {
    const [file] = filesOf('criterion/plain').filter(({ path }) => path.endsWith('new/benchmark.json'));
    const stale = ['new/base/benchmark.json', 'anew/benchmark.json', 'new/change/sample.json'].map((path) => ({ path, text: file?.text ?? '' }));
    expect(parse(stale)).toMatchObject({ readings: [], findings: [] });
  });
});

describe('numbers no measurement can be', () => {
  const extreme = [Number.MAX_VALUE, Number.MIN_VALUE, 1e101, 0, -1, -Number.MAX_VALUE];
  const outputs = (value: number): [ToolName, SourceFile[]][] => [
    ['criterion', [{ path: 'a/new/benchmark.json', text: `{"full_id":"a","throughput":{"Bytes":${value}}}` }, { path: 'a/new/sample.json', text: `{"iters":[1,3],"times":[${value},5]}` }]],
    ['criterion', [{ path: 'a/new/benchmark.json', text: `{"full_id":"a","throughput":{"Bits":${value}}}` }, { path: 'a/new/sample.json', text: `{"iters":[1,3],"times":[7,5]}` }]],
    ['hyperfine', [{ path: 'a.json', text: `{"results":[{"command":"a","user":${value},"times":[1,${value}]}]}` }]],
    ['tinybench', [{ path: 'a.json', text: `{"tinybench":"6","tasks":[{"name":"a","result":{"state":"completed","latency":{"samples":[1,${value}]}}}]}` }]],
    ['tinybench', [{ path: 'a.json', text: `[{"name":"a","result":{"state":"completed","latency":{"samplesCount":3,"p50":${value},"max":${value}}}}]` }]],
    ['records', [{ path: 'a.json', text: `{"bench_id":"a","metric":"duration_ms","unit":"ms","p50":${value},"p95":1,"n":1,"timestamp":"t"}` }]],
    ['benchline', [{ path: 'a.json', text: `{"schemaVersion":1,"suites":[{"benchmarks":[{"id":"a","metrics":[{"name":"time","unit":"h","direction":"lower","summary":{"n":1,"p50":${value}}}]}]}]}` }]],
  ];

  it.each(extreme)('%d never becomes infinite or not a number', (value) => {
    for (const [tool, files] of outputs(value)) {
      const numbers = adapterFor(tool)
        .parse(files)
        .readings.flatMap(({ values, summary }) => [...(values ?? []), ...Object.values(summary ?? {})])
        .filter((number) => number !== null);
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('bench records', () => {
  it('lists a hundred problems and counts the rest', () => {
    const { readings, findings } = adapterFor('records').parse([{ path: 'r.ndjson', text: `${'rubbish\n'.repeat(500)}` }]);
    expect(readings).toEqual([]);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.what).toContain('400 more');
    expect(findings[99]).toMatchObject({ code: 'BNL002', file: 'r.ndjson', line: 100, column: 1 });
  });
});

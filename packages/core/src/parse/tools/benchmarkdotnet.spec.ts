import { adapterFor, detectTool, type Reading } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse } = adapterFor('benchmarkdotnet');
const fixtures = readFixtures().filter(({ tool }) => tool === 'benchmarkdotnet');
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `benchmarkdotnet/${name}`)?.files ?? [];
const read = (name: string, id: string, metric = 'time'): Reading | undefined => parse(filesOf(name)).readings.find((reading) => reading.benchmark.id === id && reading.metric?.name === metric);
const file = (benchmark: object, host: object = {}) => [{ path: 'x-report-full.json', text: JSON.stringify({ Title: 'x', HostEnvironmentInfo: { BenchmarkDotNetCaption: 'BenchmarkDotNet', BenchmarkDotNetVersion: '0.15.2', ...host }, Benchmarks: [benchmark] }) }];
const result = (launch: number) => ({ IterationMode: 'Workload', IterationStage: 'Result', LaunchIndex: launch, IterationIndex: 1, Operations: 1, Nanoseconds: 1 });

describe('values', () => {
  it('are OriginalValues, ns of one operation', () => {
    expect(read('full', 'Demo.Words.Split(Count: 1000)')).toMatchObject({ values: [5900.5, 6012.25, 5950, 5875.75], metric: { unit: 'ns', direction: 'lower', ordered: true } });
    expect(detectTool(filesOf('jobs-compressed'))).toBe('benchmarkdotnet');
  });

  it.each(['full', 'jobs-compressed'])('%s: their mean and median are those of the file\'s own statistics', (name) => {
    const { Benchmarks } = JSON.parse(filesOf(name)[0]?.text ?? '') as { Benchmarks: { Statistics: { Mean: number; Median: number; N: number } | null }[] };
    const told = Benchmarks.flatMap(({ Statistics }) => Statistics ?? []);
    const times = parse(filesOf(name)).readings.filter(({ metric }) => metric?.name === 'time').map(({ values }) => [...(values ?? [])].sort((a, b) => a - b));
    expect(times.map((values) => [values.length, values.reduce((sum, value) => sum + value, 0) / values.length, ((values[(values.length - 1) >> 1] ?? 0) + (values[values.length >> 1] ?? 0)) / 2])).toEqual(told.map(({ N, Mean, Median }) => [N, expect.closeTo(Mean, 9), Median]));
  });

  it('are a summary where the file leaves them out', () => {
    expect(read('odd', 'Demo.Words.Brief')).toMatchObject({ values: null, metric: { kind: 'summary' }, summary: { n: 3, min: 10, p50: 11, p95: 12.5, max: 12.5, p99: null } });
  });

  it('of memory are bytes of one operation, 0 among them', () => {
    expect(read('full', 'Demo.Words.Split(Count: 10)', 'allocated')).toMatchObject({ values: [440], metric: { unit: 'B', direction: 'lower', kind: 'batch-mean' } });
    expect(read('full', 'Demo.Words.Sum', 'allocated')?.values).toEqual([0]);
    expect(read('odd', 'Demo.Words.Mixed', 'allocated')).toBeUndefined();
  });
});

describe('traps', () => {
  it('T20: launches are processes, each a round; only results count, not pilot, warm-up or the values before overhead was taken off', () => {
    expect(read('full', 'Demo.Words.Sum')).toMatchObject({ values: [3.5, 3.25, 3.75, 4.5, 4.25], processes: [3, 2] });
    expect(read('full', 'Demo.Words.Split(Count: 10)')?.processes).toEqual([4]);
  });

  it('T20: measurements that are not those of the values say nothing of processes', () => {
    expect(read('odd', 'Demo.Words.Mixed')).toMatchObject({ values: [1, 2] });
    expect(read('odd', 'Demo.Words.Mixed')?.processes).toBeUndefined();
    const backwards = { FullName: 'a', Statistics: { OriginalValues: [1, 2] }, Measurements: [result(2), result(1)] };
    expect(parse(file(backwards)).readings[0]?.processes).toBeUndefined();
  });

  it('T8: a benchmark without statistics failed', () => {
    expect(parse(file({ FullName: 'a.B', Statistics: null }))).toMatchObject({ readings: [{ status: 'failed', benchmark: { id: 'a.B' } }], findings: [{ code: 'BNL011', pointer: '/Benchmarks/0' }] });
  });

  it('T11: the direction of a diagnoser\'s number is the one beside it; one of an unknown unit is left out', () => {
    expect(read('full', 'Demo.Words.Sum', 'CacheMisses')?.metric?.direction).toBe('lower');
    expect(read('full', 'Demo.Words.Sum', 'Hits')?.metric?.direction).toBe('higher');
    expect(read('full', 'Demo.Words.Sum', 'Odd')).toBeUndefined();
    const untold = { FullName: 'a', Statistics: { OriginalValues: [1] }, Metrics: [{ Value: 3, Descriptor: { Id: 'X', Unit: 'Count' } }] };
    expect(parse(file(untold)).readings[1]?.metric).toMatchObject({ name: 'X', direction: null });
  });

  it('T14: text for a number makes the benchmark failed', () => {
    expect(parse(file({ FullName: 'a', Statistics: { OriginalValues: [1, 'NaN'] } })).readings).toMatchObject([{ status: 'failed' }]);
  });

  it('a debug build is warned of', () => {
    expect(parse(filesOf('odd')).findings[0]).toMatchObject({ code: 'BNL034', level: 'warning', pointer: '/HostEnvironmentInfo/Configuration' });
    expect(parse(filesOf('full')).findings.map(({ code }) => code)).toEqual(['BNL011']);
  });
});

describe('identity', () => {
  it('is the full name, and the job where there is more than the default one', () => {
    expect(parse(filesOf('jobs-compressed')).readings.map(({ benchmark: { id, tags } }) => [id, tags])).toEqual([
      ['Demo.Words.Split(A: 1, B: x, y) {.NET 8.0}', ['.NET 8.0']],
      ['Demo.Words.Split(A: 1, B: x, y) {Runtime=.NET Framework 4.8, LaunchCount=1}', ['Runtime=.NET Framework 4.8, LaunchCount=1']],
      ['Demo.Words.Split(A: 1, B: x, y) {ShortRun}', ['ShortRun']],
    ]);
  });

  it('has parameters in either spelling, and a group', () => {
    const named = (Parameters: string) => parse(file({ Namespace: 'N', Type: 'T', Method: 'M', Parameters, Statistics: { OriginalValues: [1] } })).readings[0]?.benchmark;
    expect(named('A=1&B=x, y')).toMatchObject({ id: 'N.T.M', group: 'N.T', params: { A: '1', B: 'x, y' } });
    expect(named('A=1, B=x')?.params).toEqual({ A: '1', B: 'x' });
  });
});

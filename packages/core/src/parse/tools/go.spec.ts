import type { Reading } from '../parsed.js';
import { parseLines } from '../line-reader.js';
import { readFixtures } from '../testing/fixtures.js';
import { readDecimal } from './go-result-scanner.js';
import { go } from './go.js';

const cases = readFixtures().filter(({ tool }) => tool === 'go');
const parseCase = (name: string) => go.parse(cases.find((fixture) => fixture.name === `go/${name}`)?.files ?? []);
const parse = (...lines: string[]) => go.parse([{ path: 'bench.txt', text: `${lines.join('\n')}\n` }]);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b).slice((values.length - 1) >> 1, (values.length >> 1) + 1).reduce((sum, value, _, { length }) => sum + value / length, 0);
const values = (readings: readonly Reading[], id: string, metric = 'time') => readings.find((reading) => reading.benchmark.id === id && reading.metric?.name === metric)?.values ?? null;
const medians = (readings: readonly Reading[], metric: string) => Object.fromEntries(readings.filter((reading) => reading.metric?.name === metric).map(({ benchmark, values }) => [benchmark.name, expect.closeTo(median(values ?? []), 6)]));
const ids = (readings: readonly Reading[]) => [...new Set(readings.map(({ benchmark }) => benchmark.id))];

describe('the medians are those of benchstat (golang.org/x/perf)', () => {
  const { readings } = parseCase('benchmem');

  test('of the time, with its seconds in ns', () => {
    expect({ 'Fib/n=5': 20.875, 'Fib/n=15': 2901, Count: 1142, Parallel: 7.264 }).toEqual(medians(readings, 'time'));
  });

  test('of allocations, of throughput in bytes a second, of units of the benchmark itself', () => {
    expect({ 'Fib/n=5': 0, 'Fib/n=15': 0, Count: 2, Parallel: 0 }).toEqual(medians(readings, 'allocated'));
    expect({ 'Fib/n=5': 0, 'Fib/n=15': 0, Count: 0, Parallel: 0 }).toEqual(medians(readings, 'allocations'));
    expect({ Count: 5.7546255e10 }).toEqual(medians(readings, 'throughput'));
    expect({ Count: 878102.5 }).toEqual(medians(readings, 'req/s'));
    expect({ Count: 42.5 }).toEqual(medians(readings, 'widgets/op'));
  });

  test('of a file of another tool', () => {
    const other = parseCase('benchfmt').readings;
    expect({ 'Decode/text=digits/level=best': 17.75, Load: 0.25e9, Benchmark: 1000, Late: 3 }).toEqual(medians(other, 'time'));
    expect({ 'Decode/text=digits/level=best': 9.0125e7, Load: 2500 }).toEqual(medians(other, 'throughput'));
    expect({ 'Decode/text=digits/level=best': 39.75 }).toEqual(medians(other, 'p99-ns'));
    expect({ Load: 3e6 }).toEqual(medians(other, 'ms'));
  });
});

test('the values are those that awk finds in the text, in their order', () => {
  const { readings } = parseCase('torn-by-noise');
  expect(values(readings, 'example.com/gob.Fib/n=15-2')).toEqual([2753, 5521, 4301]);
  expect(values(readings, 'example.com/gob.Parallel')).toEqual([7.499, 7.929, 7.329]);
  expect(values(readings, 'example.com/gob.Logs')).toEqual([0.2749, 0.2766, 0.2776]);
});

test('T6: a result over two events is one result, and repeats without a test are of the same benchmark', () => {
  const { readings, findings } = parseCase('json');
  expect(values(readings, 'example.com/gob.Count')).toEqual([1091, 1024]);
  expect(values(readings, 'example.com/gob.Count', 'req/s')).toEqual([916724, 976231]);
  expect(values(readings, 'example.com/gob.Logs')).toEqual([0.3314, 0.5475]);
  expect(findings).toEqual([]);
});

test('T6: pieces are put together by package, whatever comes between', () => {
  const { readings, findings } = parseCase('json-damaged');
  expect(readings.map(({ benchmark, values: list }) => [benchmark.id, list?.[0]])).toEqual([
    ['example.com/a.X', 12.5],
    ['example.com/a.Z', 15.5],
    ['example.com/b.X', 13.5],
    ['example.com/b.Y', 14.5],
  ]);
  expect(findings).toMatchObject([{ code: 'BNL002', file: 'bench.json', line: 10 }]);
});

test('T6: repeated lines are values of one process; where the heading stands again another process begins', () => {
  expect(parseCase('benchmem').readings.every(({ processes, values: list }) => processes === undefined && list?.length === 6)).toBe(true);
  const [time] = parseCase('appended').readings;
  expect([time?.values, time?.processes]).toEqual([[25.09, 37.4, 28.4, 25.72, 24.57, 20.63], [2, 2, 2]]);
});

test('T6: of a result that other output has torn no number is used, and its place is told', () => {
  const { readings, findings } = parseCase('torn-by-noise');
  expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark, values: none }) => [benchmark.id, none])).toEqual([
    ['example.com/gob.Prints', null],
    ['example.com/gob.Prints-2', null],
    ['example.com/gob.Fails', null],
  ]);
  expect(findings.slice(0, 2)).toMatchObject([
    { code: 'BNL002', level: 'error', file: 'bench.txt', line: 66, benchmark: 'example.com/gob.Prints', what: expect.stringContaining('found "stdout noise in the middle"') },
    { code: 'BNL002', line: 83, benchmark: 'example.com/gob.Prints-2' },
  ]);
});

test('T6: however a line is torn, only whole results count', () => {
  const { readings, findings } = parseCase('torn-by-hand');
  expect(readings.filter(({ status }) => status === 'ok').map(({ benchmark, values: list }) => [benchmark.name, list])).toEqual([['Good', [12]]]);
  expect(findings.map(({ line, benchmark }) => [line, benchmark?.replace('example.com/a.', '')])).toEqual([[4, 'Glued'], [5, 'NoEnd'], [6, 'Counts'], [8, 'Half'], [9, 'NaN'], [10, 'Huge'], [11, 'Twice'], [13, 'Tabs'], [16, 'Fine'], [18, 'Cut']]);
});

test('T6: with -v results stay whole, and what is printed between them is not read', () => {
  const { readings } = parseCase('verbose');
  expect(values(readings, 'example.com/gob.Prints')).toEqual([1.7, 1.715]);
  expect(values(readings, 'example.com/gob.Err')).toEqual([1.882, 1.853]);
});

test('T6: of an output that is cut off in a unit nothing else confirms, the result is not used', () => {
  const cut = (text: string) => go.parse([{ path: 'a.txt', text }]);
  expect(cut('BenchmarkX 1 2 ns/op 3 widg')).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', line: 1, benchmark: 'X' }] });
  expect(cut('BenchmarkX 1 2 ns/op 3 widgets/op\n')).toMatchObject({ readings: [{ status: 'ok' }, { status: 'ok' }], findings: [] });
  expect(cut('BenchmarkX 1 2 ns/op')).toMatchObject({ readings: [{ status: 'ok' }], findings: [] });
});

test('prose that begins like a benchmark is no result', () => {
  expect(parse('Benchmark results follow', 'BenchmarkFib is slow', 'Benchmarks: 12 34 ns/op', 'BenchmarkFib-2  \t  10\t  5 ns/op')).toMatchObject({ readings: [{ values: [5] }], findings: [] });
});

test('T7: no benchmark ran, exit code 0: nothing is measured', () => {
  expect(parseCase('nothing-run')).toMatchObject({ readings: [], findings: [] });
  expect(go.detects([{ path: 'x', text: '?   \texample.com/gob/empty\t[no test files]\n' }])).toBe(true);
});

test('a package that does not compile is told, in text and in events', () => {
  for (const name of ['build-failed', 'build-failed-json']) {
    expect(parseCase(name)).toMatchObject({ readings: [], findings: [{ code: 'BNL011', what: 'go test example.com/gob/store failed: build failed.' }, { what: 'go test example.com/gob/broken failed: build failed.' }] });
  }
});

describe('T11: direction', () => {
  const metricOf = (unit: string, ...before: string[]) => parse(...before, `BenchmarkX 1 2 ${unit}`).readings[0]?.metric;

  test.each([
    ['ns/op', 'time', 'ns', 'lower'],
    ['sec/op', 'time', 'ns', 'lower'],
    ['B/op', 'allocated', 'B', 'lower'],
    ['allocs/op', 'allocations', 'count', 'lower'],
    ['MB/s', 'throughput', 'B/s', 'higher'],
    ['B/s', 'throughput', 'B/s', 'higher'],
    ['req/s', 'req/s', 'ops/s', 'higher'],
    ['widgets/op', 'widgets/op', 'widgets/op', null],
    ['p99-ns', 'p99-ns', 'ns', 'lower'],
    ['hit%', 'hit%', 'hit%', null],
  ])('%s is %s in %s, better %s', (unit, name, ours, direction) => {
    expect(metricOf(unit)).toMatchObject({ name, unit: ours, direction });
  });

  test('MB is 10^6 bytes', () => {
    expect(parse('BenchmarkX 1 1.5 MB/s').readings[0]?.values).toEqual([1_500_000]);
  });

  test('a line on the unit tells it, wherever it stands, and that the value is exact', () => {
    expect(metricOf('widgets/op', 'Unit widgets/op better=higher assume=exact')).toMatchObject({ direction: 'higher', kind: 'exact' });
    expect(metricOf('ns/op', 'Unit ns/op better=higher assume=exact')).toMatchObject({ direction: 'higher', kind: 'exact' });
    expect(parse('BenchmarkX 1 2 hits/op', 'Unit hits/op better=higher').readings[0]?.metric).toMatchObject({ direction: 'higher', kind: 'batch-mean' });
    expect(metricOf('B/op', 'Unit B/op assume=nothing')).toMatchObject({ direction: 'lower', kind: 'batch-mean' });
  });

  test('lines that contradict each other tell nothing, and this is said', () => {
    const { readings, findings } = parse('Unit hits/op better=higher', 'Unit hits/op better=lower', 'BenchmarkX 1 2 hits/op');
    expect(readings[0]?.metric?.direction).toBeNull();
    expect(findings).toMatchObject([{ code: 'BNL002', what: expect.stringContaining('hits/op') }]);
  });
});

test('counts of allocations repeat exactly, times and bytes do not', () => {
  expect(Object.fromEntries(parseCase('benchmem').readings.map(({ metric }) => [metric?.name, metric?.kind]))).toEqual({ time: 'batch-mean', allocated: 'batch-mean', allocations: 'exact', throughput: 'batch-mean', 'req/s': 'batch-mean', 'widgets/op': 'batch-mean' });
});

describe('ids', () => {
  const heading = ['goos: linux', 'pkg: example.com/a'];
  const result = (name: string) => `${name}   \t     100\t        12.00 ns/op`;

  test('have the package always, so that they are the same for one package and for all', () => {
    expect(ids(parseCase('json-failures').readings)).toEqual(expect.arrayContaining(['example.com/gob.Fib/n=5', 'example.com/gob/store.Fib']));
    expect(ids(parse(...heading, result('BenchmarkFib-2')).readings)).toEqual(['example.com/a.Fib']);
    expect(ids(parse(result('BenchmarkFib-2')).readings)).toEqual(['Fib']);
  });

  test('have no number of processors, which is a parameter: machines differ in it', () => {
    const of = (processors: string) => parse(...heading, result(`BenchmarkFib/n=5${processors}`)).readings[0]?.benchmark;
    expect([of('-2')?.id, of('-16')?.id, of('')?.id]).toEqual(['example.com/a.Fib/n=5', 'example.com/a.Fib/n=5', 'example.com/a.Fib/n=5']);
    expect([of('-16')?.params, of('')?.params]).toEqual([{ n: '5', gomaxprocs: '16' }, { n: '5' }]);
  });

  test('have it where one run has several (-cpu), and the first keeps the plain one', () => {
    expect(ids(parse(...heading, result('BenchmarkA'), result('BenchmarkA-4'), result('BenchmarkB-4'), result('BenchmarkB')).readings)).toEqual(['example.com/a.A', 'example.com/a.A-4', 'example.com/a.B', 'example.com/a.B [gomaxprocs=1]']);
  });

  test('tell lines of configuration apart, of which the first keeps the plain one', () => {
    expect(parseCase('several-conditions').readings.map(({ benchmark, values: list }) => [benchmark.id, list])).toEqual([
      ['example.com/a.Run', [10]],
      ['example.com/a.Run [mode=slow]', [40]],
      ['example.com/a.Only', [50]],
      ['example.com/a.Only [goarch=arm64]', [60, 61]],
    ]);
  });

  test('params are keys of the name and of the file; what the go command says is none', () => {
    expect(parseCase('benchfmt').readings[0]?.benchmark.params).toEqual({ toolchain: 'other', encoding: 'json', text: 'digits', level: 'best' });
    expect(parse('coverage: 3.1% of statements', 'go: downloading x v1', 'testing: warning: no tests', result('BenchmarkA')).readings[0]?.benchmark.params).toEqual({});
  });
});

describe('failures', () => {
  const told = (name: string) => parseCase(name).findings.map(({ code, line, benchmark, what }) => [code, line, benchmark, what.replace(/^.* failed: /, '')]);

  test('have their reason, in text', () => {
    expect(told('torn-by-noise').at(-1)).toEqual(['BNL011', 101, 'example.com/gob.Fails', 'a_test.go:30: boom.']);
    expect(told('verbose').map(([, , id, reason]) => [id, reason])).toEqual([
      ['example.com/gob.Fails', 'gob_test.go:73: boom.'],
      ['example.com/gob.Parent/bad', 'gob_test.go:81: sub boom.'],
      ['example.com/gob.Parent/late', 'gob_test.go:84: late boom.'],
      ['example.com/gob.ZPanics', 'panic: kaboom.'],
    ]);
  });

  test('and in events; a parent that fails with its child is not one more', () => {
    expect(told('json-failures').map(([, , id, reason]) => [id, reason])).toEqual(told('verbose').map(([, , id, reason]) => [id, reason]));
    expect(ids(parseCase('json-failures').readings)).not.toContain('example.com/gob.Parent');
  });

  test('a panic fails the benchmark that its stack names, and leaves those before it', () => {
    expect(parseCase('panic')).toMatchObject({ readings: [{ status: 'ok' }, { status: 'ok' }, { status: 'failed', benchmark: { name: 'ZPanics' } }, { status: 'ok' }], findings: [{ code: 'BNL011', line: 7 }] });
    const { readings, findings } = parse('pkg: a/b', 'BenchmarkA-2  \t 1\t 5 ns/op', 'panic: oh', 'goroutine 7 [running]:', 'a/b.BenchmarkQuick.func1(0x1)', '\t/x_test.go:1 +0x1', 'exit status 2', 'FAIL\ta/b\t0.1s');
    expect(readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['a/b.A', 'ok'], ['a/b.Quick', 'failed']]);
    expect(findings).toMatchObject([{ line: 3, what: 'a/b.Quick failed: panic: oh.' }]);
  });

  test('a process that ends by itself fails the benchmark it was in', () => {
    expect(parseCase('exits')).toMatchObject({ readings: [{ status: 'ok' }, { status: 'failed', benchmark: { id: 'example.com/gob/exits.Leaves' } }], findings: [{ what: expect.stringContaining('exit status 1; it said: 2026/11/20 10:00:00 no database') }] });
  });

  test('a skipped benchmark is skipped', () => {
    expect(parseCase('verbose').readings.filter(({ status }) => status === 'skipped').map(({ benchmark }) => benchmark.id)).toEqual(['example.com/gob.Skips']);
  });
});

test.each(['-5 ns/op', '-1e-3 sec/op', '12 ns/op -16 B/op', '12 ns/op -1 allocs/op', '-80.5 MB/s', '-1 B/s'])('less than nothing of what Go measures is refused with its place: %s', (pairs) => {
  const { readings, findings } = parse('goos: linux', `BenchmarkX 10 ${pairs}`, 'BenchmarkY 10 3 ns/op');
  expect(readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['X', 'failed'], ['Y', 'ok']]);
  expect(findings).toMatchObject([{ code: 'BNL002', level: 'error', file: 'bench.txt', line: 2, benchmark: 'X', what: expect.stringContaining('X has the value -') }]);
});

test("a benchmark's own metric may be a difference, and zero is a value", () => {
  expect(parse('BenchmarkX 10 0 ns/op -3 drift').readings.map(({ values: list }) => list)).toEqual([[0], [-3]]);
});

test('more units than a report takes are not read', () => {
  const pairs = (count: number) => Array.from({ length: count }, (_, index) => `${index} u${index}`).join(' ');
  expect(parse(`BenchmarkX 1 ${pairs(64)}`, 'PASS').readings).toHaveLength(64);
  expect(parse(`BenchmarkX\t1 ${pairs(65)} 1 x/op`).readings).toMatchObject([{ status: 'failed' }]);
});

test.each(['12', '0.2735', '1e-3', '+4', '-1.5', '.5', '5.', '123456789012345', '1234567890.123456789', '0.1', '9007199254740993'])('%s is the number that JavaScript reads', (text) => {
  expect(readDecimal(`x${text}y`, 1, text.length + 1)).toBe(Number(text));
});

test.each(['', '.', '-', '1.2.3', 'e5', '0x10', '1_000', 'NaN', '1e999'])('"%s" is no number', (text) => {
  expect(readDecimal(text, 0, text.length)).toBeNaN();
});

test('line by line gives what the whole gives', () => {
  for (const { files, adapter } of cases) expect(parseLines(files, go.createReader!())).toEqual(adapter.parse(files));
});

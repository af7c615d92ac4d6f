import { readFixtures } from '../testing/fixtures.js';
import { pyperf } from './pyperf.js';

const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `pyperf/${name}`)?.files ?? [];
const parseCase = (name: string) => pyperf.parse(filesOf(name));
const reading = (name: string, id: string, metric = 'time') => parseCase(name).readings.find((each) => each.benchmark.id === id && each.metric?.name === metric);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

test.each([
  ['v2.10', 'fib10', 6, 10879.815104540095, 8015.043945874822],
  ['v2.10', 'sort', 6, 745.4024251174474, 569.8768308359803],
  ['v2.10', 'time_func', 6, 877.6425984846626, 897.3265380740613],
  ['v2.0', 'fib10', 6, 9221.323568435006, 8587.3876951581],
  ['v2.0', 'time_func', 6, 848.0360107106695, 727.3041381372636],
  ['v2.10-dev', 'fib10', 12, 12627.051350901549, 12747.162597637196],
  ['v2.10-dev', 'sort', 12, 891.106363929787, 870.6815490741593],
])('T13: %s: %s has the count, mean and median that pyperf itself makes of the file, in ns', (name, id, n, average, middle) => {
  const { values = null } = reading(name, id) ?? {};
  expect([values?.length, mean(values ?? []), median(values ?? [])]).toEqual([n, expect.closeTo(average, 6), expect.closeTo(middle, 6)]);
});

test('T20: each process is a round, and its first value is the first of the process', () => {
  const { values, processes } = reading('v2.10-dev', 'fib10') ?? {};
  expect(processes).toEqual([3, 3, 3, 3]);
  expect([0, 3, 6, 9].map((at) => values?.[at])).toEqual([14789.129882730734, 12917.781738286394, 10939.414550770188, 6366.933593793256].map((value) => expect.closeTo(value, 6)));
});

test('processes may give different counts, and those that only calibrate give none', () => {
  expect(reading('shapes', 'whole', 'value')).toMatchObject({ values: [3, 4, 5], processes: [2, 1], metric: { unit: 'count', direction: null } });
  expect(parseCase('v2.10').readings.every(({ processes }) => processes?.length === 3)).toBe(true);
});

test('warm-ups are no values', () => {
  expect(reading('v2.10-dev', 'fib10')?.values?.some((value) => Math.abs(value - 12188.888671937903) < 1e-6)).toBe(false);
});

test('with --track-memory the values are bytes, as pyperf reads them', () => {
  expect(parseCase('v2.10-track-memory').readings.map(({ benchmark, metric, values }) => [benchmark.id, metric, values])).toEqual([
    ['fib10', { name: 'memory', unit: 'B', direction: 'lower', kind: 'raw', ordered: true }, [12075008, 11968512]],
    ['sort', { name: 'memory', unit: 'B', direction: 'lower', kind: 'raw', ordered: true }, [12189696, 12365824]],
  ]);
});

test('each process tells its peak of memory, also where it stands once for all', () => {
  expect(reading('v2.10-dev', 'fib10', 'memory')?.values).toEqual([21524480, 21524480, 21524480, 21524480]);
  expect(reading('v2.10', 'time_func', 'memory')?.values).toEqual([19804160, 19804160, 19804160]);
  expect(reading('v2.10-command', 'command', 'memory')?.values).toEqual([12763136, 12734464, 12734464]);
  expect(reading('shapes', 'one call', 'memory')).toBeUndefined();
});

test('the name of a single benchmark stands in the metadata of the file', () => {
  expect(parseCase('v2.10-command').readings.map(({ benchmark, processes }) => [benchmark.id, processes])).toContainEqual(['command', [2, 2, 2]]);
});

test('values are calls where there is one loop, else means', () => {
  expect([reading('shapes', 'one call')?.metric?.kind, reading('v2.10', 'time_func')?.metric?.kind]).toEqual(['raw', 'batch-mean']);
});

test('statements of timeit are parameters: another statement is another benchmark', () => {
  expect(reading('v2.10', 'sort')?.benchmark.params).toEqual({ timeit_stmt: "'sorted(l)'", timeit_setup: "'l = list(range(100))[::-1]'" });
});

test('of a script that failed only the benchmarks before are there', () => {
  expect(parseCase('v2.10-failed')).toMatchObject({ readings: [{ benchmark: { id: 'good' } }, { benchmark: { id: 'good' } }], findings: [] });
});

test('what cannot be read is failed, and its place is told', () => {
  const { readings, findings } = parseCase('shapes');
  expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark }) => benchmark.id)).toEqual(['unknown unit', 'only calibrated', 'text', 'zero', 'twice']);
  expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([0, 2, 3, 4, 5].map((index): [string, string | undefined] => ['BNL002', `/benchmarks/${index}`]).concat([['BNL019', undefined]]));
});

test('the version is pyperf\'s; one of the format that is not known is refused', () => {
  expect(['v2.10', 'v2.6', 'v2.0'].map((name) => parseCase(name).harness)).toEqual(['2.10.0', '2.6.0', '2.0.0'].map((version) => ({ name: 'pyperf', version, outputVersion: '1.0' })));
  expect(parseCase('unknown-version')).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('version "2.0" is not known') }] });
});

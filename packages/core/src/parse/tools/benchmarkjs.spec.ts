import { readFixtures } from '../testing/fixtures.js';
import { benchmarkjs } from './benchmarkjs.js';

const parseCase = (name: string) => benchmarkjs.parse(readFixtures().find((fixture) => fixture.name === `benchmarkjs/${name}`)?.files ?? []);
const parse = (text: string) => benchmarkjs.parse([{ path: 'out.txt', text }]);
const mean = (values: readonly number[] | null | undefined) => (values ?? []).reduce((sum, value) => sum + value, 0) / (values?.length ?? 0);

test('the numbers are those that Python reads from the files: their mean is the tool\'s own, and one over its rate', () => {
  expect(parseCase('v2.1-json').readings.map(({ benchmark, values }) => [benchmark.id, values?.length, mean(values)])).toEqual([
    ['RegExp#test', 13, expect.closeTo(26.56410807199, 9)],
    ['String x indexOf', 16, expect.closeTo(0.93048070992344, 9)],
    ['throws', undefined, Number.NaN],
  ]);
  expect(mean(parseCase('v2.1-suite').readings[0]?.values)).toBeCloseTo(21.415690681067, 9);
  expect(parseCase('v2.1-text').readings.map(({ benchmark, values }) => [benchmark.id, values])).toEqual([['RegExp#test', [expect.closeTo(33.51857148, 7)]], ['String x indexOf', [expect.closeTo(1.18607394, 7)]]]);
});

test('T3: the time is that of the samples; a rate is read only where it is one over their mean', () => {
  const [reading] = parse('[{"name":"a","hz":5,"stats":{"mean":7,"sample":[1e-9,3e-9]}}]').readings;
  expect([reading?.metric, reading?.values]).toEqual([{ name: 'time', unit: 'ns', direction: 'lower', kind: 'batch-mean', ordered: true }, [1, 3]]);
});

test('T8: a benchmark that throws has hz 0 and an empty sample, and is failed', () => {
  for (const name of ['v2.1-json', 'v2.1-suite', 'v2.1-lines', 'chosen-fields']) {
    const failed = parseCase(name).readings.filter(({ status }) => status === 'failed');
    expect(failed).toHaveLength(1);
    expect(parseCase(name).findings).toMatchObject([{ code: 'BNL011', level: 'error', benchmark: failed[0]?.benchmark.id }]);
  }
  expect(parse('[{"name":"a","hz":0,"stats":{"sample":[]}}]')).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011', pointer: '/0' }] });
});

test('T12: rme, a percentage, is no number that is read', () => {
  const text = (rme: string) => `a x 1,000 ops/sec ±${rme}% (7 runs sampled)`;
  expect(parse(text('0.01'))).toEqual(parse(text('99.99')));
});

test('T13: times are seconds, and are read as ns', () => {
  expect(parse('[{"name":"a","stats":{"sample":[1.5]}}]').readings[0]?.values).toEqual([1.5e9]);
});

test('lines for people are not read again where there is JSON', () => {
  expect(parseCase('v2.1-json').readings).toHaveLength(3);
  expect(parseCase('v2.1-lines').readings).toHaveLength(3);
});

test('a Suite\'s name is its benchmarks\' group', () => {
  expect(parseCase('v2.1-suite').readings[0]?.benchmark).toMatchObject({ id: 'text/RegExp#test', name: 'RegExp#test', group: 'text' });
});

test.each([
  ['a small rate', 'slow x 0.25 ops/sec ±1.00% (5 runs sampled)', 'slow', 4e9],
  ['one run', 'once x 10.00 ops/sec ±0.00% (1 run sampled)', 'once', 1e8],
  ['a name like a result', 'a x 5 ops/sec x 1,000 ops/sec ±1.00% (5 runs sampled)', 'a x 5 ops/sec', 1e6],
  ['a torn sign', 'torn x 1,000 ops/sec \ufffd\ufffd1.00% (5 runs sampled)\r', 'torn', 1e6],
])('text: %s', (_, line, id, value) => {
  expect(parse(`noise\n${line}\nFastest is x`).readings).toMatchObject([{ benchmark: { id }, values: [value] }]);
});

test.each(['a x 0 ops/sec ±1.00% (5 runs sampled)', 'a x Infinity ops/sec ±1.00% (5 runs sampled)', 'a x 5 ops/sec', '{"name":"a"}'])('%s is no result', (line) => {
  expect(parse(line)).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
});

test('T7: an empty array is a run of nothing', () => {
  expect(parse('[]')).toMatchObject({ readings: [], findings: [] });
});

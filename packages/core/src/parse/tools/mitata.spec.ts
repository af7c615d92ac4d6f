import { readFixtures } from '../testing/fixtures.js';
import { mitata } from './mitata.js';

const parseCase = (name: string) => mitata.parse(readFixtures().find((fixture) => fixture.name === `mitata/${name}`)?.files ?? []);
const parseRun = (run: object, rest = {}) => mitata.parse([{ path: 'out.txt', text: JSON.stringify({ layout: [], benchmarks: [{ alias: 'a', group: 0, runs: [{ name: 'a', args: {}, ...run }], ...rest }] }) }]);
const mean = (values: readonly number[] | null | undefined) => (values ?? []).reduce((sum, value) => sum + value, 0) / (values?.length ?? 0);
const times = (name: string) => parseCase(name).readings.filter(({ metric }) => metric?.name === 'time');

test('the numbers are those that Python reads from the file', () => {
  expect(times('v1.0-samples').map(({ benchmark, values }) => [benchmark.id, values?.length, mean(values)])).toEqual([
    ['sort', 103, expect.closeTo(6570892.0097, 3)],
    ['numbers/fill 1', 44, expect.closeTo(14611781.2727, 3)],
    ['numbers/fill 2', 48, expect.closeTo(13252211.6458, 3)],
    ['numbers/fill [n=1]', 69, expect.closeTo(6129944.9565, 3)],
    ['numbers/fill [n=2]', 43, expect.closeTo(13378600.2558, 3)],
  ]);
  const others = parseCase('v1.0-samples').readings.filter(({ benchmark, metric }) => benchmark.id === 'numbers/fill [n=1]' && metric?.name !== 'time');
  expect(others.map(({ metric, values }) => [metric?.name, metric?.unit, metric?.direction, values])).toEqual([['heap', 'B', null, [expect.closeTo(8988534.3562, 3)]], ['gc', 'ns', null, [expect.closeTo(6865730.6027, 3)]]]);
  expect(times('v1.0-no-samples')[0]).toMatchObject({ values: null, metric: { kind: 'summary' }, summary: { n: 118, p50: 4449105, min: expect.closeTo(4225944, 2), p99: 13039540, mean: expect.closeTo(5493362.2881, 3) } });
});

test('T4: samples are sorted and trimmed, and are not called ordered', () => {
  const [sort] = times('v1.0-samples');
  expect(sort?.metric).toMatchObject({ ordered: false, kind: 'raw' });
  expect(sort?.values).toEqual([...(sort?.values ?? [])].sort((a, b) => a - b));
  // The heap was read around 105 of the 107 iterations; four of them are no samples.
  expect(sort?.values).toHaveLength(103);
});

test('T7: a filter that matches nothing leaves no reading', () => {
  expect(parseCase('v1.0-nothing')).toMatchObject({ readings: [], findings: [] });
});

test('T8: a benchmark that throws does not end the script, and is failed', () => {
  expect(parseCase('v1.0-samples').readings.at(-1)).toMatchObject({ benchmark: { id: 'throws' }, status: 'failed', metric: null });
  expect(parseCase('v1.0-samples').findings).toMatchObject([{ code: 'BNL011', what: 'throws failed: it threw: broken on purpose.', pointer: '/benchmarks/3/runs/0', benchmark: 'throws' }]);
  expect(parseCase('v1.0-returned').findings).toMatchObject([{ code: 'BNL011', benchmark: 'throws' }]);
});

test('T13: times are ns', () => {
  expect(parseRun({ stats: { samples: [1.5], ticks: 1 } }).readings).toMatchObject([{ metric: { unit: 'ns' }, values: [1.5] }]);
});

test('T23: of very many samples a thousand are kept, with the statistics of all', () => {
  const [hypot] = times('v1.0-returned');
  expect([hypot?.values?.length, hypot?.values?.[0], hypot?.values?.at(-1), hypot?.metric?.kind]).toEqual([1000, 15.589599609375, 3939.068603515625, 'batch-mean']);
  expect(hypot?.summary).toMatchObject({ n: 3835, p50: 16.083251953125, mean: expect.closeTo(42.6951, 4) });
});

test('lines of the script around the JSON do no harm, and positions count them', () => {
  const { findings } = mitata.parse([{ path: 'out.txt', text: 'ready [1]\n{"layout":[],"benchmarks":[{"runs":[,\n' }]);
  expect(findings).toMatchObject([{ code: 'BNL002', line: 2 }]);
});

test('arguments that the name does not show tell runs apart', () => {
  expect(parseRun({ args: { n: 1, mode: 'x' }, name: 'sort 1', stats: { samples: [1], ticks: 1 } }, { alias: 'sort $n' }).readings[0]?.benchmark).toMatchObject({ id: 'sort 1 [mode=x]', params: { n: '1', mode: 'x' } });
});

test.each([
  ['no statistics', {}],
  ['samples of zero', { stats: { samples: [0, 0], ticks: 2 } }],
  ['a sample that is none', { stats: { samples: [1, null], ticks: 2 } }],
  ['no samples and no median', { stats: { samples: null, ticks: 5, avg: 3 } }],
])('%s: failed, not zero', (_, run) => {
  expect(parseRun(run)).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', pointer: '/benchmarks/0/runs/0' }] });
});

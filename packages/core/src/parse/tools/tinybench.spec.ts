import { readFixtures } from '../testing/fixtures.js';
import { tinybench } from './tinybench.js';

const parseCase = (name: string) => tinybench.parse(readFixtures().find((fixture) => fixture.name === `tinybench/${name}`)?.files ?? []);
const parseTasks = (...tasks: object[]) => tinybench.parse([{ path: 'out.json', text: JSON.stringify(tasks) }]);
const times = (...samples: number[]) => ({ state: 'completed', latency: { samples } });

test('the numbers are those that Python reads from the file', () => {
  const [sort, json] = parseCase('results-6.2.3').readings;
  expect([sort?.benchmark.id, sort?.metric?.unit, sort?.metric?.direction, sort?.values]).toEqual(['sort', 'ns', 'lower', null]);
  expect(sort?.summary).toMatchObject({ n: 268837, min: expect.closeTo(110, 5), p50: expect.closeTo(120, 5), p99: expect.closeTo(370, 5), max: expect.closeTo(4054500, 3), mean: expect.closeTo(196.26695, 4), stddev: expect.closeTo(12034.81818, 4) });
  expect(json?.summary).toMatchObject({ n: 187104, p50: expect.closeTo(201, 5), mean: expect.closeTo(267.23217, 4) });
  const values = parseCase('retained-samples').readings[0]?.values ?? [];
  expect([values.length, values.reduce((sum, value) => sum + value, 0) / values.length]).toEqual([20, expect.closeTo(7246.8, 4)]);
});

test('T3: the time is the latency, never made of the throughput, whose mean is the mean of 1/x', () => {
  const faster = { name: 'a', result: { state: 'completed', latency: { samplesCount: 2, p50: 2, mean: 2 }, throughput: { mean: 9000, p50: 9000 } } };
  const slower = { name: 'b', result: { state: 'completed', latency: { samplesCount: 2, p50: 3, mean: 3 }, throughput: { mean: 9999, p50: 9999 } } };
  const { readings } = parseTasks(faster, slower);
  expect(readings.map(({ metric, summary }) => [metric?.name, summary?.p50, summary?.mean])).toEqual([['time', 2e6, 2e6], ['time', 3e6, 3e6]]);
});

test('T4: samples that tinybench sorted are not in the order measured', () => {
  expect(parseCase('retained-samples').readings[0]?.metric).toMatchObject({ kind: 'raw', ordered: false });
  expect(parseTasks({ name: 'a', ordered: true, result: times(3, 1, 2) }).readings[0]?.metric?.ordered).toBe(true);
});

test('T12: rme, a percentage, is no number that is read', () => {
  const result = (rme: number) => ({ state: 'completed', latency: { samplesCount: 2, p50: 2, mean: 2, sd: 1, rme } });
  expect(parseTasks({ name: 'a', result: result(3) })).toEqual(parseTasks({ name: 'a', result: result(0.03) }));
});

test('T13: times are ms, and are read as ns', () => {
  expect(parseTasks({ name: 'a', result: times(1.5) }).readings[0]?.values).toEqual([1_500_000]);
});

test('T21: calls shorter than the clock can tell are warned of, batches of them and longer ones are not', () => {
  const short = { name: 'short', result: times(0.0001, 0.0001, 0.00011) };
  const batched = { name: 'batched', batch: 512, result: times(0.0001, 0.0001, 0.00011) };
  const long = { name: 'long', result: times(0.1, 0.2) };
  expect(parseTasks(batched, long).findings).toEqual([]);
  expect(parseTasks(short, batched, long).findings).toMatchObject([{ code: 'BNL033', level: 'warning', benchmark: 'short', file: 'out.json' }]);
  const many = parseTasks(...['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...short, name })));
  expect(many.findings.map(({ what }) => what)).toEqual(['One call takes less than 1 µs, and each was timed by itself: a, b, c and 2 more.']);
});

test('T23: of very many samples a thousand are kept, with the statistics of all', () => {
  const samples = Array.from({ length: 200_001 }, (_, index) => 1 + index / 1000);
  const latency = { samples, samplesCount: samples.length, min: 1, p50: 101, p99: 199, max: 201, mean: 101, sd: 58, mad: 50 };
  const [reading] = parseTasks({ name: 'a', result: { state: 'completed', latency } }).readings;
  expect([reading?.values?.length, reading?.values?.[0], reading?.values?.at(-1)]).toEqual([1000, 1e6, 201e6]);
  expect(reading?.summary).toMatchObject({ n: 200_001, p50: 101e6 });
});

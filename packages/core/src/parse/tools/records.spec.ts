import { adapterFor } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('records');
const parseCase = (name: string) => parse(readFixtureInput(`records/${name}`));
const told = ({ readings }: ReturnType<typeof parse>) => readings.map(({ benchmark, metric, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, summary?.p50, summary?.p95, summary?.n]);

/* The numbers were taken out of the files by hand: ms times 10^6 is ns, MB times 10^6 is B. */

test('an array: times in ns, throughput in bytes a second, whichever of its quantiles is larger', () => {
  expect(told(parseCase('array'))).toEqual([
    ['load/users', 'time', 'ns', 'lower', 1_500_000, 2_000_000, 10],
    ['load/users', 'throughput', 'B/s', 'higher', 80_000_000, 70_000_000, 10],
    ['load/orders', 'time', 'ns', 'lower', 1_500_000, null, 10],
  ]);
});

test('one object a line, with a byte order mark and line ends of Windows', () => {
  expect(told(parseCase('lines'))).toEqual([
    ['a', 'time', 'ns', 'lower', 1_500_000, 2_000_000, 10],
    ['b', 'time', 'ns', 'lower', 1000, 2_000_000, 10],
  ]);
});

test('each line that cannot be read is told with its place, and the good ones count', () => {
  const parsed = parseCase('bad-lines');
  expect(told(parsed).map(([id, , , , p50]) => [id, p50])).toEqual([['good', 1_500_000], ['last', 1_500_000]]);
  const lines = parsed.findings.map(({ line }) => line);
  expect(parsed.findings.every(({ code, level }) => code === 'BNL002' && level === 'error')).toBe(true);
  expect(lines).toEqual([...lines].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(Object.fromEntries(parsed.findings.flatMap(({ benchmark, line }) => (benchmark === undefined ? [] : [[benchmark, line]])))).toEqual({
    text: 6, negative: 7, seconds: 8, mebibytes: 9, megabits: 10, metric: 11, 'no n': 12, half: 13, inf: 5, 'no time': 19, 'no p95': 20, hostile: 21, swapped: 23,
  });
});

test('a benchmark whose metric stands twice is failed, once; another metric of the same name is none', () => {
  const { readings, findings } = parseCase('duplicates');
  expect(readings.map(({ benchmark, status, summary }) => [benchmark.id, status, summary?.p50])).toEqual([['twice', 'failed', undefined], ['once', 'ok', 1_500_000], ['once', 'ok', 80_000_000]]);
  expect(findings).toMatchObject([{ code: 'BNL019', benchmark: 'twice' }]);
});

test('an array that is cut off gives nothing, and says where it ends', () => {
  expect(parseCase('cut-array')).toMatchObject({ readings: [], findings: [{ code: 'BNL002', line: 15, column: 8 }] });
});

import { adapterFor } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('benchline');
const parseCase = (name: string) => parse(readFixtureInput(`benchline/${name}`));

/* The numbers were taken out of the files by hand. */

test('of several suites ids have the suite before them; a unit that is not the normalised one is converted', () => {
  const { readings, findings } = parseCase('two-suites');
  expect(readings.map(({ benchmark, metric, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.kind, summary?.min, summary?.p50, summary?.max, summary?.stddev, summary?.n])).toEqual([
    ['rust/a', 'time', 'ns', 'summary', 1, 2, 3, 1, 3],
    ['rust/a', 'allocations', 'count', 'exact', 1, 2, 3, 1, 3],
    ['js/a', 'time', 'ns', 'summary', 1_000_000, 2_000_000, 3_000_000, 1_000_000, 3],
  ]);
  expect(readings[0]?.benchmark).toEqual({ id: 'rust/a', name: 'a', group: 'g', params: { n: '5' }, tags: ['hot'] });
  expect(findings).toEqual([]);
});

test('every benchmark is a row, and what is wrong with one stands at its place', () => {
  const { readings, findings } = parseCase('problems');
  expect(readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([
    ['failed', 'failed'], ['skipped', 'skipped'], ['missing', 'skipped'], ['no metrics', 'failed'], ['unknown unit', 'failed'], ['no direction', 'failed'], ['never gates', 'ok'], ['no median', 'failed'], ['no n', 'failed'],
  ]);
  expect(findings.map(({ code, benchmark, pointer }) => [code, benchmark, pointer])).toEqual([
    ['BNL003', 'no metrics', '/suites/0/benchmarks/3/metrics'],
    ['BNL003', 'unknown unit', '/suites/0/benchmarks/4/metrics/0'],
    ['BNL003', 'no direction', '/suites/0/benchmarks/5/metrics/1'],
    ['BNL003', 'no median', '/suites/0/benchmarks/7/metrics/0'],
    ['BNL003', 'no n', '/suites/0/benchmarks/8/metrics/0'],
    ['BNL003', undefined, '/suites/0/benchmarks/9/id'],
  ]);
});

test('another version is refused, and says which', () => {
  expect(parseCase('other-version')).toMatchObject({ readings: [], findings: [{ code: 'BNL003', level: 'error', what: expect.stringContaining('schemaVersion 2') }] });
});

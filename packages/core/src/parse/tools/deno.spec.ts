import { readFixtures } from '../testing/fixtures.js';
import { deno } from './deno.js';

const parseCase = (name: string, root?: string) => deno.parse((readFixtures().find((fixture) => fixture.name === `deno/${name}`)?.files ?? []).map((file) => (root === undefined ? file : { ...file, root })));
const parseBench = (bench: object) => deno.parse([{ path: 'out.json', text: JSON.stringify({ version: 1, runtime: 'Deno/2.9.6 x', benches: [{ origin: 'file:///w/a_bench.ts', group: null, name: 'a', ...bench }] }) }]);
const measured = ({ readings }: ReturnType<typeof parseCase>) => readings.flatMap(({ benchmark, values }) => (values === null ? [] : [[benchmark.name, values]]));

test('the numbers are those that Python reads from the files', () => {
  expect(measured(parseCase('v2.9'))).toEqual([['url parse', [877.6311333333337]], ['url parse', [1019]], ['date', [745.3634363636363]], ['with start and end', [682.9218363636363]]]);
  expect(measured(parseCase('v1.46'))).toEqual([['url parse', [193.64672676579926]], ['url parse', [378.31727062937034]], ['date', [54.68611924324333]], ['with start and end', [3093.0347481481476]]]);
  expect(parseCase('v2.9').readings[0]?.metric).toEqual({ name: 'time', unit: 'ns', direction: 'lower', kind: 'batch-mean', ordered: false });
});

test('T5: a run gives one number a benchmark, its mean: there is no median to make a summary of', () => {
  expect(parseCase('v2.9').readings.every(({ summary, values }) => summary === null && (values === null || values.length === 1))).toBe(true);
});

test('T7: a filter that matches nothing leaves no reading', () => {
  expect(parseCase('v2.9-nothing')).toMatchObject({ harness: { version: '2.9.6' }, readings: [], findings: [] });
});

test('T8: a benchmark that throws is failed', () => {
  expect(parseCase('v2.9')).toMatchObject({ findings: [{ code: 'BNL011', what: 'url_bench.ts > throws failed: it threw Error: broken on purpose.', pointer: '/benches/2', benchmark: 'url_bench.ts > throws' }] });
  expect(parseCase('v2.9').readings[2]).toMatchObject({ status: 'failed', metric: null });
});

test('T16: file: URLs are named by the path in the project, else by what tells them apart', () => {
  const ids = (root?: string) => parseCase('v2.9', root).readings.map(({ benchmark }) => benchmark.id);
  expect(ids('/home/dev/repo').slice(0, 2)).toEqual(['bench/json_bench.ts > url parse', 'bench/url_bench.ts > url parse']);
  expect(ids().slice(0, 2)).toEqual(['json_bench.ts > url parse', 'url_bench.ts > url parse']);
});

test('T25: the version is told, so that reports of two do not compare as one', () => {
  expect([parseCase('v2.9'), parseCase('v1.46')].map(({ harness }) => [harness.version, harness.outputVersion])).toEqual([['2.9.6', '1'], ['1.46.3', null]]);
});

test('a group is part of the id', () => {
  expect(parseCase('v2.9-filter').readings[0]?.benchmark).toMatchObject({ id: 'url_bench.ts > timing > date', name: 'date', group: 'url_bench.ts > timing' });
});

test('several results of one benchmark are its values; one that failed makes it failed', () => {
  expect(parseBench({ results: [{ ok: { avg: 1 } }, { ok: { avg: 2 } }] }).readings).toMatchObject([{ values: [1, 2] }]);
  expect(parseBench({ results: [{ ok: { avg: 1 } }, { failed: {} }] })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011' }] });
});

test.each([
  ['no results', { results: [] }],
  ['a mean of zero', { results: [{ ok: { avg: 0 } }] }],
  ['neither ok nor failed', { results: [{ skipped: true }] }],
])('%s: failed, not zero', (_, bench) => {
  expect(parseBench(bench)).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', pointer: '/benches/0', benchmark: 'a_bench.ts > a' }] });
});

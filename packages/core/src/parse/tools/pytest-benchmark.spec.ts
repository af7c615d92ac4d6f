import { readFixtures } from '../testing/fixtures.js';
import { pytestBenchmark } from './pytest-benchmark.js';
import { namesTest, splitFailure } from './pytest-summary.js';

const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `pytest-benchmark/${name}`)?.files ?? [];
const parseCase = (name: string) => pytestBenchmark.parse(filesOf(name));
const reading = (name: string, id: string) => parseCase(name).readings.find(({ benchmark }) => benchmark.id === id);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the numbers are those that Python reads from the files, in ns (T13)', () => {
  test.each([
    ['v5.3', 'test_b.py::test_fib[5]', 40, 576.255, 610.4000021878164],
    ['v5.3', 'test_b.py::test_fib[12]', 28, 16794.5714, 17105.998267652467],
    ['v5.3', 'test_b.py::TestGroup::test_in[\\xe9-None]', 98, 49.9141, 50.67000529379584],
    ['v4.0', 'test_b.py::test_fib[5]', 58, 706.6897, 1201.9991117995232],
    ['v4.0', 'test_b.py::test_pedantic', 7, 594.3786, 650.4500561277382],
    ['v4.0', 'test_b.py::TestGroup::test_in[x y-1.5]', 100, 48.4533, 50.26999133406207],
  ])('%s: %s', (name, id, n, average, first) => {
    const { values = null } = reading(name, id) ?? {};
    expect([values?.length, mean(values ?? []), values?.[0]]).toEqual([n, expect.closeTo(average, 3), expect.closeTo(first, 6)]);
  });

  test('the tool\'s own mean is the mean of the values', () => {
    const [json] = filesOf('v5.3').filter(({ path }) => path.endsWith('.json'));
    const told = JSON.parse(json?.text ?? '') as { benchmarks: { fullname: string; stats: { mean: number } }[] };
    const { readings } = pytestBenchmark.parse([json!]);
    expect(readings.map(({ benchmark, values }) => [benchmark.id, mean(values ?? [])])).toEqual(told.benchmarks.map(({ fullname, stats }) => [fullname, expect.closeTo(stats.mean * 1e9, 6)]));
  });
});

test('values are calls where each round is one, else means over the calls of a round, in order', () => {
  expect(reading('v5.3', 'test_b.py::test_fib[12]')?.metric).toEqual({ name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', ordered: true });
  expect(reading('v5.3', 'test_b.py::test_fib[5]')?.metric).toMatchObject({ kind: 'batch-mean', ordered: true });
});

test('a saved run without data has its summary alone', () => {
  expect(reading('v5.3-saved', 'test_b.py::test_fib[12]')).toMatchObject({ values: null, metric: { kind: 'summary', ordered: false }, summary: { n: 28, p50: expect.closeTo(16553.99956, 4), stddev: expect.closeTo(110.74097, 4), p95: null } });
});

test('values of which some were left out are not taken for all of them', () => {
  expect(reading('shapes', 't.py::test_left_out')).toMatchObject({ values: null, summary: { n: 36846, p50: 600, max: 3_000_000 } });
});

test('T23: of more than a thousand rounds a thousand are kept, evenly spread and in order, with the summary of all', () => {
  const { values, summary } = reading('v5.3-many-rounds', 'test_b.py::TestGroup::test_in[\\xe9-None]') ?? {};
  expect([values?.length, values?.[0], values?.at(-1)]).toEqual([1000, expect.closeTo(51.46999683, 6), expect.closeTo(41.5599970438, 6)]);
  expect(summary).toMatchObject({ n: 1382, p50: expect.closeTo(45.1699998, 6), max: expect.closeTo(40599.879994, 4) });
});

test('T23: a file of several megabytes is read', () => {
  const data = Array.from({ length: 40_000 }, (_, index) => 1e-6 + index * 1e-12);
  const benchmarks = [1, 2, 3, 4].map((n) => ({ fullname: `t.py::test_${n}`, stats: { rounds: data.length, iterations: 3, median: 1.02e-6, data } }));
  const text = JSON.stringify({ machine_info: { python_version: '3' }, benchmarks });
  expect(text.length).toBeGreaterThan(2_500_000);
  expect(pytestBenchmark.parse([{ path: 'a.json', text }]).readings.map(({ values, summary }) => [values?.length, summary?.n])).toEqual([1, 2, 3, 4].map(() => [1000, 40_000]));
});

test('a test that fails after its benchmark is in the JSON like any other; what pytest prints makes it failed', () => {
  const json = filesOf('v5.3').filter(({ path }) => path.endsWith('.json'));
  const statusIn = (files: typeof json) => pytestBenchmark.parse(files).readings.find(({ benchmark }) => benchmark.name === 'test_fails')?.status;
  expect([statusIn(json), statusIn(filesOf('v5.3')), statusIn([...filesOf('v5.3')].reverse())]).toEqual(['ok', 'failed', 'failed']);
  expect(parseCase('v5.3').findings[0]).toMatchObject({ code: 'BNL011', file: 'stdout.txt', line: 82, benchmark: 'test_b.py::test_fails', what: 'test_b.py::test_fails failed: assert 2 == 99.' });
});

test('tests that fail in their benchmark or before it are not in the JSON, and are failed; an expected failure is none', () => {
  const failed = parseCase('v5.3').readings.filter(({ status }) => status === 'failed').map(({ benchmark }) => [benchmark.id, benchmark.name]);
  expect(failed).toEqual([['test_b.py::test_fails', 'test_fails'], ['test_b.py::test_raises', 'test_raises'], ['test_b.py::test_setup', 'test_setup']]);
  expect(reading('v5.3', 'test_b.py::test_xfail')?.status).toBe('ok');
});

test('the console names tests from the folder, the JSON from pytest\'s root: they are the same tests', () => {
  expect(parseCase('v5.3-subfolder').readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['sub/test_c.py::test_pedantic', 'ok'], ['sub/test_c.py::test_fails', 'failed'], ['sub/test_c.py::test_raises', 'failed']]);
});

test('names and reasons are told apart, whatever is in them', () => {
  const failure = (line: string) => ({ line, file: 'x', lineNumber: 1 });
  expect(splitFailure(failure('a.py::test[x - y] - ValueError: a - b'))).toEqual({ test: 'a.py::test[x - y]', reason: 'ValueError: a - b' });
  expect(splitFailure(failure('a.py::test'))).toEqual({ test: 'a.py::test', reason: 'it failed' });
  expect(namesTest(failure('a.py::test[x - y] - E'), 'sub/a.py::test[x - y]')).toBe(true);
  expect(namesTest(failure('a.py::test[x - y] - E'), 'a.py::test')).toBe(false);
  expect(namesTest(failure('a.py::test - E'), 'aa.py::test')).toBe(false);
});

test('a file that could not be loaded is told, and is no benchmark', () => {
  const text = '=== test session starts ===\n=== short test summary info ===\nERROR test_b.py - ImportError: no module\n=== 1 error in 0.1s ===\n';
  expect(pytestBenchmark.parse([{ path: 'stdout.txt', text }])).toMatchObject({ readings: [], findings: [{ code: 'BNL011', line: 3, what: 'test_b.py failed: ImportError: no module.' }] });
});

test('group and params are the test\'s; extra_info is shown as tags and never compared', () => {
  expect(reading('v5.3', 'test_b.py::test_fib[5]')?.benchmark).toMatchObject({ group: 'fib', params: { n: '5' }, tags: ['n=5'] });
  expect(reading('shapes', 't.py::test_objects[a0]')?.benchmark).toMatchObject({ params: { flag: 'true', list: '[1,2]' }, tags: ['rows=10', 'ok=true', 'label=big'] });
});

test('options that change what is measured are params', () => {
  expect(reading('v5.3-subfolder', 'sub/test_c.py::test_pedantic')?.benchmark.params).toEqual({ timer: 'process_time', disable_gc: 'true' });
});

test('T7: a run of nothing has no reading', () => {
  expect(parseCase('no-benchmarks')).toMatchObject({ readings: [], findings: [], harness: { version: '5.0.0' } });
});

test('the version is that of the plugin', () => {
  expect([parseCase('v5.3').harness, parseCase('v4.0').harness].map(({ version }) => version)).toEqual(['5.3.1', '4.0.0']);
});

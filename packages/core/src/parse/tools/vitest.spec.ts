import { readFixtures } from '../testing/fixtures.js';
import { vitest } from './vitest.js';

const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `vitest/${name}`)?.files ?? [];
const parseCase = (name: string, root?: string) => vitest.parse(filesOf(name).map((file) => (root === undefined ? file : { ...file, root })));
const parse = (value: object) => vitest.parse([{ path: 'out.json', text: JSON.stringify(value) }]);
const ids = ({ readings }: ReturnType<typeof parse>) => readings.map(({ benchmark }) => benchmark.id);

/** One passing test of Vitest 5 with one task. */
const passing = (task: object) => ({ numTotalTestSuites: 1, testResults: [{ name: '/w/a.bench.ts', assertionResults: [{ ancestorTitles: ['s'], title: 't', status: 'passed', benchmarks: [{ tasks: [task] }] }] }] });

describe('the numbers are those that Python reads from the files', () => {
  test('Vitest 4', () => {
    const sort = parseCase('v4.1').readings.find(({ benchmark }) => benchmark.name === 'copy and sort');
    expect(sort?.summary).toEqual({ n: 481, min: expect.closeTo(15443, 3), p50: expect.closeTo(17917, 3), p95: null, p99: expect.closeTo(53779, 3), max: expect.closeTo(12135227, 1), mean: expect.closeTo(62425.486, 3), stddev: expect.closeTo(662289.253, 3), mad: null });
  });

  test('Vitest 2', () => {
    expect(parseCase('v2.1').readings.find(({ benchmark }) => benchmark.name === 'toSorted')?.summary).toMatchObject({ n: 174, p50: expect.closeTo(23595, 3) });
  });

  test('Vitest 5, with and without samples', () => {
    expect(parseCase('v5.1').readings[1]).toMatchObject({ benchmark: { name: 'toSorted' }, values: null, summary: { n: 180, p50: expect.closeTo(15713, 3), stddev: expect.closeTo(631275.498, 2) } });
    const means = parseCase('v5.1-samples').readings.map(({ values }) => (values ?? []).reduce((sum, value) => sum + value, 0) / (values?.length ?? 0));
    expect(means).toEqual([expect.closeTo(1078871, 2), expect.closeTo(1549179.25, 2)]);
  });
});

test('T3: the time is the latency, also where hz and throughput say the opposite', () => {
  const [file] = filesOf('v5.1-faster-than');
  const text = (file?.text ?? '').replace('"status":"failed","title":"compare two"', '"status":"passed","title":"compare two"');
  const [copy, native] = vitest.parse([{ path: 'out.json', text }]).readings;
  expect([copy?.benchmark.name, copy?.summary?.mean, native?.benchmark.name, native?.summary?.mean]).toEqual(['copy', expect.closeTo(145.599, 3), 'native', expect.closeTo(158.435, 3)]);
  expect([copy?.metric?.name, copy?.metric?.direction]).toEqual(['time', 'lower']);
});

test('T4: the samples of Vitest 5 are sorted, and are not called ordered', () => {
  const { readings } = parseCase('v5.1-samples');
  expect(readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values?.length])).toEqual([['raw', false, 12], ['raw', false, 12]]);
});

test('T5: Vitest 4 keeps no samples, whatever it is asked: its summary is what a round has', () => {
  const [reading] = parseCase('v4.1').readings;
  expect([reading?.values, reading?.metric?.kind]).toEqual([null, 'summary']);
});

test.each(['v4.1-nothing', 'v5.1-nothing'])('T7: a filter that matches nothing leaves no reading (%s)', (name) => {
  expect(parseCase(name)).toMatchObject({ readings: [], findings: [] });
});

test('T8: a benchmark that throws has few keys and exit code 0 in Vitest 4, and is failed', () => {
  const { readings, findings } = parseCase('v4.1');
  expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark }) => benchmark.id)).toEqual(['src/strings.bench.ts > sort > throws']);
  expect(findings[0]).toMatchObject({ code: 'BNL011', level: 'error', pointer: '/files/1/groups/1/benchmarks/2', benchmark: 'src/strings.bench.ts > sort > throws' });
});

test('a failed test of Vitest 5 has no numbers, also those it measured before it failed', () => {
  const failed = parseCase('v5.1').readings.filter(({ status }) => status === 'failed');
  expect(failed.map(({ benchmark, metric }) => [benchmark.id, metric])).toEqual([['strings.bench.ts > sort > asserts > slow enough', null], ['strings.bench.ts > sort > throws', null]]);
  expect(parseCase('v5.1').findings.slice(0, 2).map(({ what }) => what)).toEqual([expect.stringContaining('expected 0.04'), expect.stringContaining('broken on purpose')]);
});

test('a file of Vitest 5 that could not be loaded is failed', () => {
  expect(parseCase('v5.1-broken-file', '/home/dev/repo')).toMatchObject({ readings: [{ status: 'failed', benchmark: { id: 'keep/bad.bench.ts' } }], findings: [{ code: 'BNL011', what: expect.stringContaining('missing.js') }] });
});

describe('T16: absolute paths are cut', () => {
  test('to the path below the project, whatever folder Vitest ran in', () => {
    expect(ids(parseCase('v4.1-projects', '/home/dev/repo/ws'))).toEqual(['packages/a/src/only.bench.ts > parse', 'packages/b/src/only.bench.ts > parse']);
    expect(ids(parseCase('v5.1', '/home/dev/repo')).at(-1)).toBe('test/deep/only.bench.ts > parse > json');
    expect(parseCase('v4.1', '/home/dev/repo').readings).toEqual(parseCase('v4.1').readings);
  });

  test('without the project to what tells files apart, and never below what Vitest shows', () => {
    expect(ids(parseCase('v4.1-projects'))).toEqual(['a/src/only.bench.ts > parse', 'b/src/only.bench.ts > parse']);
    expect(ids(parseCase('v4.1'))[0]).toBe('src/only.bench.ts > parse');
    expect(ids(parseCase('v5.1')).at(-1)).toBe('only.bench.ts > parse > json');
  });

  test('a name with the separator in it stays a name', () => {
    const reading = parseCase('v4.1').readings.at(-1);
    expect(reading?.benchmark).toMatchObject({ name: 'a > b', group: 'src/strings.bench.ts > sort > inner > odd "name"' });
  });
});

test('T21: calls shorter than the clock can tell are warned of', () => {
  expect(parseCase('v4.1').findings.at(-1)).toMatchObject({ code: 'BNL033', level: 'warning', what: expect.stringContaining('src/only.bench.ts > parse') });
});

test('T23: of 150,000 samples a thousand are kept, with the statistics of all', () => {
  const samples = Array.from({ length: 150_000 }, (_, index) => 1 + index / 1000);
  const [reading] = parse(passing({ name: 'x', latency: { samples, samplesCount: 150_000, p50: 76, mean: 76 } })).readings;
  expect([reading?.values?.length, reading?.summary?.n, reading?.summary?.p50]).toEqual([1000, 150_000, 76e6]);
});

test('T25: what the two engines write is told apart', () => {
  expect([parseCase('v4.1').harness, parseCase('v5.1').harness].map(({ outputVersion }) => outputVersion)).toEqual(['outputJson', 'json reporter']);
});

test.each([
  ['no latency', {}],
  ['a latency of zero', { latency: { samplesCount: 3, p50: 0 } }],
])('a passing task with %s is failed, not zero', (_, rest) => {
  expect(parse(passing({ name: 'x', ...rest }))).toMatchObject({ readings: [{ status: 'failed', metric: null }], findings: [{ code: 'BNL002', pointer: '/testResults/0/assertionResults/0' }] });
});

test('a median of zero is not read', () => {
  const files = [{ filepath: '/w/a.bench.ts', groups: [{ fullName: 'a.bench.ts', benchmarks: [{ name: 'x', mean: 1, median: 0, sampleCount: 5 }] }] }];
  expect(parse({ files })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002' }] });
});

test.each([['[]', 'it is no JSON object'], ['{"a":1}', 'there is neither']])('%s is no output of Vitest', (text, problem) => {
  expect(vitest.parse([{ path: 'x.json', text }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining(problem) }] });
});

import { parseLines } from '../line-reader.js';
import { readFixtures } from '../testing/fixtures.js';
import { nodeBench } from './node-bench.js';

const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `node-bench/${name}`)?.files ?? [];
const parseCase = (name: string, root?: string) => nodeBench.parse(filesOf(name).map((file) => (root === undefined ? file : { ...file, root })));
const parseEvents = (...events: [string, object][]) => nodeBench.parse([{ path: 'out.ndjson', text: events.map(([type, data]) => JSON.stringify({ type: `bench:${type}`, data: { runId: '1', ...data } })).join('\n') }]);
const complete = (rest: object): [string, object] => ['complete', { file: 'file:///w/a.mjs', namePath: ['a'], params: {}, ...rest }];
const summary = (total: number): [string, object] => ['summary', { counts: { total } }];

test('the numbers are those that Python reads from the file, and one over the tool\'s median rate is their median', () => {
  const { readings } = parseCase('v26.10');
  expect(readings.slice(0, 4).map(({ benchmark, values }) => [benchmark.name, benchmark.params, values])).toEqual([
    ['parse', {}, [507.814, 583.796, 492.371, 8559.278, 356.559]],
    ['one call', {}, [5759, 579090, 12428, 9704, 9594]],
    ['construct', { input: 'short' }, [1236.2855, 276.4405, 206.752, 490.4385, 184.634]],
    ['construct', { input: 'long', n: '3' }, [304.412, 296.741, 293.526, 339.504, 290.08]],
  ]);
  expect(readings.slice(0, 4).map(({ values }) => [...(values ?? [])].sort((a, b) => a - b)[2])).toEqual([507.814, 9704, 276.4405, 296.741]);
});

test('samples stand in the order measured, unlike those of other tools of JavaScript (T4)', () => {
  expect(parseCase('v26.10').readings.slice(0, 2).map(({ metric }) => [metric?.ordered, metric?.kind])).toEqual([[true, 'batch-mean'], [true, 'raw']]);
});

test('T7: a name pattern that matches nothing leaves no reading, a benchmark skipped in the file is told', () => {
  expect(parseCase('v26.10-nothing')).toMatchObject({ readings: [], findings: [] });
  expect(parseCase('v26.10').readings.find(({ benchmark }) => benchmark.name === 'left out')?.status).toBe('skipped');
});

test('T8: what throws, does not call end, or cannot be loaded is failed', () => {
  expect(parseCase('v26.10').findings).toMatchObject([{ code: 'BNL011', what: expect.stringContaining('broken on purpose'), line: 39 }, { code: 'BNL011', what: expect.stringContaining('did not call end()'), line: 41 }]);
  expect(parseCase('v26.10-broken-file')).toMatchObject({ readings: [{ status: 'failed', benchmark: { id: 'broken.bench.mjs' } }, { status: 'ok' }, { status: 'ok' }], findings: [{ code: 'BNL011', what: expect.stringContaining('missing.mjs') }] });
});

test('T11: of the times less is better; the rates, of which more is, are not read', () => {
  const samples = [{ operations: 2, duration_ns: '10', rate: 77 }];
  const { readings } = parseEvents(complete({ samples, summary: { mean: 99, median: 99 } }), summary(1));
  expect(readings).toMatchObject([{ metric: { name: 'time', unit: 'ns', direction: 'lower' }, values: [5], summary: null }]);
});

test('T14: durations are text, also ones that no number of JSON holds', () => {
  const samples = [{ operations: 1000, duration_ns: '9007199254740993' }];
  expect(parseEvents(complete({ samples }), summary(1)).readings[0]?.values).toEqual([9007199254740.99]);
});

test.each([
  ['a number', { operations: 1, duration_ns: 5 }],
  ['no digits', { operations: 1, duration_ns: '5e3' }],
  ['zero', { operations: 1, duration_ns: '0' }],
  ['nothing', { operations: 1 }],
  ['no operations', { operations: 0, duration_ns: '5' }],
])('T14: a duration that is %s makes the benchmark failed, not zero', (_, sample) => {
  expect(parseEvents(complete({ samples: [{ operations: 1, duration_ns: '5' }, sample] }), summary(1))).toMatchObject({ readings: [{ status: 'failed', metric: null }], findings: [{ code: 'BNL002', line: 1, benchmark: 'a.mjs > a' }] });
});

test('T16: absolute paths are named by the path in the project, else by what tells them apart', () => {
  const ids = (root?: string) => parseCase('v26.10', root).readings.map(({ benchmark }) => benchmark.id);
  expect(ids('/home/dev/repo')).toContain('bench/url.bench.mjs > URL > construct [input=long, n=3]');
  expect(ids()).toContain('url.bench.mjs > URL > construct [input=long, n=3]');
  expect(parseCase('v26.10-broken-file', '/home/dev/repo').readings[0]?.benchmark.id).toBe('br/broken.bench.mjs');
});

test('T21: single calls shorter than the clock can tell are warned of', () => {
  const short = complete({ samples: [{ operations: 1, duration_ns: '300' }] });
  expect(parseEvents(short, summary(1)).findings).toMatchObject([{ code: 'BNL033', benchmark: 'a.mjs > a' }]);
  expect(parseEvents(complete({ samples: [{ operations: 1000, duration_ns: '300000' }] }), summary(1)).findings).toEqual([]);
});

test('output that was cut off is told, by its line and by the missing summary', () => {
  expect(parseCase('cut-off').findings).toMatchObject([{ code: 'BNL002', line: 29 }, { code: 'BNL002', what: expect.stringContaining('before its summary') }]);
});

test('a summary that counts more benchmarks than are there is told', () => {
  const done = complete({ samples: [{ operations: 1, duration_ns: '5000' }] });
  expect(parseEvents(done, summary(2)).findings).toMatchObject([{ code: 'BNL002', what: expect.stringContaining('counts 2 benchmarks, and 1 are there') }]);
});

test('lines that are no events are of other programs', () => {
  const [file] = filesOf('v26.10');
  const noisy = { path: 'bench.ndjson', text: `\ufeff> bench\n{"level":30}\n${file?.text ?? ''}bye\n` };
  expect(nodeBench.parse([noisy]).readings).toEqual(parseCase('v26.10').readings);
  expect(nodeBench.parse([{ path: 'x', text: 'hello' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
});

test('reading line by line gives the same', () => {
  const reader = nodeBench.createReader?.();
  expect(reader === undefined ? null : parseLines(filesOf('v26.10'), reader)).toEqual(parseCase('v26.10'));
});

import { readFixtures } from '../testing/fixtures.js';
import type { Reading } from '../parsed.js';
import type { PerfSpecOutput } from './perf-spec-format.js';
import { perfSpec } from './perf-spec.js';

const filesOf = (name: string) => readFixtures().find((fixture) => fixture.name === `perf-spec/${name}`)?.files ?? [];
const { readings } = perfSpec.parse(filesOf('specs'));
const metricsOf = (id: string): Partial<Record<string, Reading>> => Object.fromEntries(readings.filter(({ benchmark }) => benchmark.id === `bench/encode/encode/${id}`).map((reading) => [reading.metric?.name, reading]));
const median = (values: readonly number[]) => { const sorted = [...values].sort((a, b) => a - b); const at = sorted.length / 2; return ((sorted[Math.ceil(at) - 1] ?? 0) + (sorted[Math.floor(at)] ?? 0)) / 2; };

test('the numbers are those that Python reads from the file', () => {
  expect(median(metricsOf('array')['time']?.values ?? [])).toBeCloseTo(1431.8125, 3);
  expect(median(metricsOf('later')['time']?.values ?? [])).toBeCloseTo(2117819.5, 0);
  expect(metricsOf('array')['allocated']?.summary?.p50).toBeCloseTo(8045.305871972664, 6);
  // 679 collections of 51.273585 ms in 244,736 calls
  expect(metricsOf('array')['gc-count']?.summary?.p50).toBeCloseTo(679 / 244736, 9);
  expect(metricsOf('array')['gc-pause']?.summary?.p50).toBeCloseTo(51273585.014 / 244736, 3);
  expect(metricsOf('faster')['time / array']?.summary?.p50).toBeCloseTo(0.015137024378242747, 12);
});

test('a throughput is the amount of one call over its time', () => {
  const { throughput, time } = metricsOf('text/size=10000');
  expect(throughput?.metric).toMatchObject({ unit: 'B/s', direction: 'higher', kind: 'batch-mean' });
  expect(throughput?.values?.map((rate, index) => (rate * (time?.values?.[index] ?? 0)) / 1e9)).toEqual(Array.from({ length: 20 }, () => expect.closeTo(10_000, 6)));
});

test('each fresh process counts as a round', () => {
  expect(metricsOf('array')['time']).toMatchObject({ processes: [12, 8] });
});

test('parameters, tags and limits come along, the limits on one reading alone', () => {
  expect(metricsOf('text/size=100')['time']).toMatchObject({ benchmark: { name: 'text', params: { size: '100' }, tags: ['perf'] }, limits: [{ metric: 'time', statistic: 'median', limit: 1e6, tolerance: 0.05 }, { statistic: 'p95', limit: 2e6 }, { metric: 'throughput', kind: 'floor', limit: 1e6, unit: 'B/s' }] });
  expect(readings.filter(({ limits }) => limits !== undefined)).toHaveLength(3);
});

test.each([
  [{ name: 'TypeError', message: 'late' }, 'f/a failed: it threw TypeError: late.'],
  [{ name: 'BNL061', message: 'The server under test did not become ready: nothing showed within 2 s' }, 'f/a failed: The server under test did not become ready: nothing showed within 2 s (BNL061).'],
  [null, 'f/a failed: it threw an error.'],
])('what a failed spec threw is told, and what Benchline itself says as it is: %j', (error, what) => {
  const text = JSON.stringify({ perfSpec: 1, specs: [{ id: 'f/a', name: 'a', group: 'f', params: {}, tags: [], status: 'failed', error }] });
  expect(perfSpec.parse([{ path: 'out.json', text }]).findings).toMatchObject([{ code: 'BNL011', what }]);
});

test.each([
  ['a limit that is no number', { limits: [{ metric: 'time', statistic: 'median', kind: 'ceiling', limit: '1 ms', unit: 'ns', tolerance: 0, confident: false }] }],
  ['a limit in a unit that is not normalised', { limits: [{ metric: 'time', statistic: 'median', kind: 'ceiling', limit: 1, unit: 'ms', tolerance: 0, confident: false }] }],
  ['a time of 0', { time: { samples: [1, 0], batch: 1 } }],
  ['no times', { time: null }],
])('%s fails the spec instead of passing for ever', (_name, damage) => {
  const output = JSON.parse(filesOf('specs')[0]?.text ?? '') as PerfSpecOutput;
  const read = perfSpec.parse([{ path: 'out.json', text: JSON.stringify({ ...output, specs: [{ ...output.specs[0], ...damage }] }) }]);
  expect(read.readings).toMatchObject([{ status: 'failed', metric: null }]);
  expect(read.findings).toMatchObject([{ code: 'BNL002', pointer: '/specs/0' }]);
});

test('a newer format is refused, not guessed', () => {
  expect(perfSpec.parse([{ path: 'out.json', text: '{"perfSpec":2,"specs":[]}' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
});

describe('a load test', () => {
  const run = { url: 'http://127.0.0.1:1/a', connections: 10, pipelining: 1, duration: 2, errors: 0, timeouts: 0, mismatches: 0, non2xx: 0, requests: { total: 1000, sent: 1010 }, throughput: { total: 5000 }, latency: { p50: 30, p99: 40, max: 50, average: 31, stddev: 1, totalCount: 1000 } };
  const read = (more: object, errorBudget = 0) => perfSpec.parse([{ path: 'out.json', text: JSON.stringify({ perfSpec: 1, specs: [{ id: 'f/api', name: 'api', group: 'f', params: { connections: '10' }, tags: [], status: 'completed', load: { run: { ...run, ...more }, errorBudget, constantRate: false } }] }) }]);

  it('gives requests, throughput, latency and errors', () => {
    expect(read({}).readings.map(({ metric, values, summary }) => [metric?.name, values?.[0] ?? summary?.p50])).toEqual([['requests', 500], ['throughput', 2500], ['latency', 30e6], ['errors', 0]]);
  });

  it.each([
    ['any error fails it', { non2xx: 1 }, 0, 'failed'],
    ['errors within the budget are a number', { non2xx: 10 }, 0.01, 0.01],
    ['errors beyond it fail it', { non2xx: 11 }, 0.01, 'failed'],
    ['refused connections count', { errors: 20, requests: { total: 1000, sent: 1030 } }, 0.05, 20 / 1020],
    ['no answer fails it, whatever the budget', { requests: { total: 0, sent: 0 } }, 1, 'failed'],
  ])('%s', (_name, more, budget, expected) => {
    const { readings: all } = read(more, budget);
    expect(all[0]?.status === 'failed' ? 'failed' : all.find(({ metric }) => metric?.name === 'errors')?.summary?.p50).toEqual(expected);
  });
});

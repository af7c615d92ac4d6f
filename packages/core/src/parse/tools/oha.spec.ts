import { adapterFor, detectTool } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('oha');
const filesOf = (name: string) => readFixtureInput(`oha/${name}`);
const read = (value: unknown) => parse([{ path: 'oha.json', text: JSON.stringify(value) }]);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, values, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, values ?? summary]);
const good = { summary: { successRate: 1, total: 2, totalData: 40 }, latencyPercentiles: { p50: 0.5 }, statusCodeDistribution: { 200: 4 }, errorDistribution: {} };

const latency = { n: 4000, min: 210_000, p50: 512_125, p95: 1_925_500, p99: 6_100_000, max: 12_340_000, mean: 642_875, stddev: null, mad: null };
const answered = [
  ['load', 'requests', 'ops/s', 'higher', [2000]],
  ['load', 'throughput', 'B/s', 'higher', [200_000]],
  ['load', 'latency', 'ns', 'lower', latency],
];

describe('oha', () => {
  it('T13: seconds become ns; answers over the time, without the requests that its end cut off, become the rate (by hand: 4000 in 2 s)', () => {
    expect(table(parse(filesOf('answered')))).toEqual(answered);
  });

  it.each(['old-shape', 'with-metrics'])('%s tells the same', (name) => {
    expect(table(parse(filesOf(name)))).toEqual(answered);
  });

  it('T14: nulls and the key "NaN" of a run without an answer are no numbers: it failed', () => {
    const { readings, findings } = parse(filesOf('all-aborted'));
    expect(readings).toMatchObject([{ benchmark: { id: 'load' }, status: 'failed', metric: null }]);
    expect(findings).toMatchObject([{ code: 'BNL011', what: 'load failed: no request was answered before the time ended.', file: 'oha.json', benchmark: 'load' }]);
  });

  it.each([
    ['refused', 'a server that is not there', '200 requests ended in: Connection refused (os error 111)'],
    ['some-errors', 'connections that the server closed', '100 requests ended in: connection closed before message completed'],
    ['non-2xx', 'answers that are errors, which count as success', '1000 of 4000 answers had status 503'],
  ])('T8: %s: %s: failed and not fast', (name, _, outcome) => {
    const { readings, findings } = parse(filesOf(name));
    expect(readings).toMatchObject([{ status: 'failed', metric: null }]);
    expect(findings).toMatchObject([{ code: 'BNL011', what: expect.stringContaining(outcome) }]);
  });

  it('T8: a rate of success below 1, or none, with no error told, is a failure too', () => {
    for (const successRate of [0.99, null]) expect(read({ ...good, summary: { ...good.summary, successRate } })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011', pointer: '/summary/successRate' }] });
  });

  it('T5: one run is one sample', () => {
    expect(parse(filesOf('answered')).readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values?.length])).toEqual([['summary', false, 1], ['summary', false, 1], ['summary', false, undefined]]);
  });

  it('what it does not tell is left out', () => {
    expect(table(read({ ...good, summary: { successRate: 1, total: 2 }, latencyPercentiles: { p50: null } }))).toEqual([['load', 'requests', 'ops/s', 'higher', [2]]]);
    expect(read(good).readings[2]?.summary).toEqual({ n: 4, min: null, p50: 5e8, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null });
  });

  it('T7: an empty file, and one without counts or time, are errors', () => {
    expect(parse([{ path: 'oha.json', text: '' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
    expect(read([])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
    for (const broken of [{ ...good, statusCodeDistribution: { 200: 'many' } }, { ...good, errorDistribution: null }, { ...good, summary: { successRate: 1, total: 0 } }]) expect(read(broken)).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002' }] });
  });

  it('is detected, empty statistics or not', () => {
    expect(['answered', 'all-aborted', 'with-metrics'].map((name) => detectTool(filesOf(name)))).toEqual(['oha', 'oha', 'oha']);
  });
});

import { adapterFor, detectTool } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse, detects } = adapterFor('autocannon');
const filesOf = (name: string) => readFixtureInput(`autocannon/${name}`);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, values, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, values ?? summary]);
const read = (value: unknown) => parse([{ path: 'a.json', text: JSON.stringify(value) }]);
const good = { url: 'http://127.0.0.1/', connections: 2, pipelining: 1, duration: 2, errors: 0, timeouts: 0, non2xx: 0, requests: { total: 10, sent: 12 }, throughput: { total: 100 }, latency: { p50: 30, totalCount: 10 } };

describe('autocannon', () => {
  it('T13: milliseconds become ns, totals over the duration become rates (values by jq)', () => {
    expect(table(parse(filesOf('slow-server')))).toEqual([
      ['/ms?x=1', 'requests', 'ops/s', 'higher', [379.90430622009575]],
      ['/ms?x=1', 'throughput', 'B/s', 'higher', [85098.56459330145]],
      ['/ms?x=1', 'latency', 'ns', 'lower', { n: 794, min: null, p50: 312e6, p95: null, p99: 900e6, max: 1204e6, mean: 340.25e6, stddev: 88.8e6, mad: null }],
    ]);
  });

  it('T21: whole milliseconds are too coarse for a fast server: its latency has no direction, and the least of them, which leaves out zeros, is not read', () => {
    expect(table(parse(filesOf('fast')))).toEqual([
      ['/', 'requests', 'ops/s', 'higher', [23892.079207920793]],
      ['/', 'throughput', 'B/s', 'higher', [3034294.0594059406]],
      ['/', 'latency', 'ns', null, { n: 72393, min: null, p50: 0, p95: null, p99: 3e6, max: 96e6, mean: 120_000, stddev: 1.55e6, mad: null }],
    ]);
    const directionAt = (p50: number) => read({ ...good, latency: { p50, totalCount: 9 } }).readings.at(-1)?.metric?.direction;
    expect([directionAt(19), directionAt(20)]).toEqual([null, 'lower']);
  });

  it.each([
    ['non-2xx', 'answers that are all errors', '5374 of 5374 answers were not 2xx'],
    ['redirect', 'answers that are all redirects, which nobody follows', '1757 of 1757 answers were not 2xx'],
    ['refused', 'a server that is not there', '6960 requests ended in an error, 0 of them timeouts'],
    ['timeouts', 'a server that is too slow', '4 requests ended in an error, 4 of them timeouts'],
    ['server-died', 'a server that died', '3849 requests ended in an error, 0 of them timeouts'],
    ['closed-connections', 'connections that the server closed, which only the requests sent tell of', '41 requests were never answered, with 4 under way at the end'],
  ])('T8: %s: %s, exit code 0, make the benchmark failed', (name, _, outcome) => {
    const { readings, findings } = parse(filesOf(name));
    expect(readings).toMatchObject([{ status: 'failed', metric: null }]);
    expect(findings).toMatchObject([{ code: 'BNL011', what: expect.stringContaining(outcome), file: 'autocannon.json', line: 1, benchmark: readings[0]?.benchmark.id }]);
  });

  it('T8: bodies that are not the expected ones, and no answer at all, too', () => {
    expect(read({ ...good, mismatches: 3 }).findings[0]?.what).toContain('3 of 10 answers had another body than expected');
    expect(read({ ...good, requests: { total: 0, sent: 2 } }).findings[0]?.what).toContain('no request was answered');
  });

  it('requests under way at the end are no failure; resets that a script asks for are none either', () => {
    expect(read({ ...good, resets: 7 }).findings).toEqual([]);
    expect(read({ ...good, pipelining: 4, requests: { total: 10, sent: 18 } }).findings).toEqual([]);
    expect(read({ ...good, pipelining: 4, requests: { total: 10, sent: 19 } }).findings).toHaveLength(1);
    // At a constant rate (-R) autocannon counts a second's requests as sent before they are: 820 sent, 620 answered in 3.02 s of a run at 200 a second.
    const paced = { ...good, connections: 10, duration: 3.02, latency: { p50: 30, totalCount: 2902 } };
    expect(read({ ...paced, requests: { total: 620, sent: 820 } }).findings).toEqual([]);
    expect(read({ ...paced, requests: { total: 620, sent: 1020 } }).findings).toHaveLength(1);
  });

  it('T5: one run is one sample', () => {
    expect(parse(filesOf('three-ms')).readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values?.length])).toEqual([['summary', false, 1], ['summary', false, 1], ['summary', false, undefined]]);
  });

  it('the id is the title, else path and query; connections and pipelining are parameters', () => {
    expect(parse(filesOf('two-runs')).readings.map(({ benchmark }) => benchmark.id)).toEqual([...Array(3).fill('/ms?x=1'), ...Array(3).fill('five hundred')]);
    expect(parse(filesOf('titled')).readings[0]?.benchmark.params).toEqual({ connections: '4', pipelining: '1' });
  });

  it('what is broken in one line costs the others nothing', () => {
    const [file] = filesOf('two-runs');
    const both = parse([{ path: 'a.json', text: `{"url": oops}\n${file?.text}{"connections":1}\n` }]);
    expect(both.readings).toHaveLength(6);
    expect(both.findings).toMatchObject([{ code: 'BNL002', line: 1 }, { code: 'BNL002', line: 4, what: expect.stringContaining('without a url') }]);
  });

  it('T7: an empty file, and counters that are missing, are errors', () => {
    expect(parse([{ path: 'a.json', text: '\n' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
    for (const broken of [{ ...good, errors: undefined }, { ...good, duration: 0 }, { ...good, non2xx: -1 }, { ...good, requests: null }, { ...good, requests: { total: 10 } }]) expect(read(broken)).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', line: 1 }] });
  });

  it('a run without a median has no latency; one without bytes no throughput', () => {
    expect(table(read({ ...good, throughput: undefined, latency: { average: 3 } }))).toEqual([['/', 'requests', 'ops/s', 'higher', [5]]]);
  });

  it('is detected with and without a title, in one line and in several', () => {
    expect(['titled', 'two-runs', 'slow-server', 'refused'].map((name) => detectTool(filesOf(name)))).toEqual(Array(4).fill('autocannon'));
    expect(detects([{ path: 'a.json', text: '{"url":"http://x/","name":"y"}' }])).toBe(false);
  });
});

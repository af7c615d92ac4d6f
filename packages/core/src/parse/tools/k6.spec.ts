import { adapterFor, detectTool } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('k6');
const filesOf = (name: string) => readFixtureInput(`k6/${name}`);
const read = (value: unknown) => parse([{ path: 'k6.json', text: JSON.stringify(value) }]);
const metricOf = ({ readings }: ReturnType<typeof parse>, name: string, id = 'load') => readings.find(({ benchmark, metric }) => benchmark.id === id && metric?.name === name);
const told = (parsed: ReturnType<typeof parse>, name: string, id = 'load') => {
  const { metric, values, summary } = metricOf(parsed, name, id) ?? {};
  return [metric?.unit, metric?.direction, values?.[0] ?? summary?.p50];
};
const flat = (metrics: Record<string, unknown>) => ({ root_group: { name: '', path: '', groups: {}, checks: {} }, metrics: { iterations: { count: 4, rate: 2 }, ...metrics } });

describe('k6', () => {
  it('T13: --summary-export: milliseconds become ns, what is a rate stays one (values by jq)', () => {
    const parsed = parse(filesOf('summary-export-plain'));
    expect(told(parsed, 'requests')).toEqual(['ops/s', 'higher', 4639.225954427955]);
    expect(told(parsed, 'errors')).toEqual(['ratio', 'lower', 0]);
    expect(told(parsed, 'data_received')).toEqual(['B/s', null, 1039186.6137918619]);
    expect(metricOf(parsed, 'latency')?.summary).toEqual({ n: 4640, min: 40510, p50: 160158, p95: expect.closeTo(1830987.85, 6), p99: expect.closeTo(5205855.07, 6), max: 24752845, mean: expect.closeTo(388817.995689655, 6), stddev: null, mad: null });
  });

  it('handleSummary() and the machine-readable summary tell the same metrics, the latter from counts and the duration (values by jq)', () => {
    const given = parse(filesOf('handle-summary'));
    expect([told(given, 'requests'), told(given, 'latency'), told(given, 'cart_time')]).toEqual([['ops/s', 'higher', 2812.03999012145], ['ns', 'lower', 239115], ['ns', null, 3084579.5]]);
    const listed = parse(filesOf('machine-readable'));
    expect(listed.harness).toEqual({ name: 'k6', version: '1.8.1', outputVersion: '1.0.0' });
    expect(['requests', 'latency', 'errors', 'iterations', 'checks', 'data_sent'].map((name) => told(listed, name))).toEqual([
      ['ops/s', 'higher', 4028.847293667223],
      ['ns', 'lower', 214921.5],
      ['ratio', 'lower', 0],
      ['ops/s', 'higher', 4028.847293667223],
      ['ratio', 'higher', 0.9950666008880118],
      ['B/s', null, 330165.733544586],
    ]);
    expect(metricOf(listed, 'latency')?.summary).toMatchObject({ n: 4034, p95: expect.closeTo(931768.65, 3) });
  });

  it('the machine-readable summary is read with the keys that its schema spells, too', () => {
    const metrics = [{ name: 'http_req_failed', type: 'rate', contains: 'default', values: { rate: 0 } }, { name: 'http_reqs', type: 'counter', contains: 'default', values: { count: 30, rate: 15 } }, { name: 'http_req_duration', type: 'trend', contains: 'time', values: { med: 2, 'p(95)': 3, count: 30 } }];
    const parsed = read({ version: '1.0.0', metadata: { generatedAt: 'x', k6Version: '1.5.0' }, config: { execution: 'local', duration: 2 }, results: { passed: true, metrics } });
    expect(parsed.harness.version).toBe('1.5.0');
    expect([told(parsed, 'requests'), told(parsed, 'latency'), metricOf(parsed, 'latency')?.summary?.p95]).toEqual([['ops/s', 'higher', 15], ['ns', 'lower', 2e6], 3e6]);
  });

  it('T11: metrics of the script have no direction, and a unit only where the summary tells one', () => {
    const names = ['cart_time', 'cart_items', 'cache_hits', 'cart_size', 'valid_carts'];
    expect(names.map((name) => told(parse(filesOf('summary-export')), name))).toEqual([['count', null, 3.947175], ['count', null, 3], ['ops/s', null, 19.89316190403715], ['count', null, 7], ['ratio', null, 1]]);
    expect(names.map((name) => told(parse(filesOf('machine-readable')), name))).toEqual([['ns', null, 2952393.5], ['count', null, 3], ['ops/s', null, 19.974453612628768], ['count', null, 7], ['ratio', null, 1]]);
  });

  it('T19: a flat threshold is true when it was crossed, {ok} is false then; the numbers stay, and it is a warning', () => {
    for (const name of ['summary-export', 'handle-summary']) {
      const { readings, findings } = parse(filesOf(name));
      expect(readings.every(({ status }) => status === 'ok')).toBe(true);
      expect(findings).toMatchObject([{ code: 'BNL036', level: 'warning', what: expect.stringContaining('cart_time: med<0.001'), pointer: '/metrics/cart_time/thresholds/med<0.001', benchmark: 'load' }]);
    }
  });

  it('T19: the "passes" of http_req_failed are failures: the share is read', () => {
    expect(parse(filesOf('non-2xx')).findings[0]?.what).toContain('100 % of the requests failed');
    expect(told(parse(filesOf('failures-allowed')), 'errors')).toEqual(['ratio', 'lower', 0.00899861559760037]);
  });

  it.each([
    ['non-2xx', 'answers that are all errors', '100 %'],
    ['non-2xx-machine-readable', 'the same in the machine-readable summary', '100 %'],
    ['refused', 'a server that is not there', '100 %'],
    ['some-failed', 'one answer in a hundred, which no threshold allows', '0.923 %'],
    ['failures-beyond-threshold', 'more than a threshold allows', '0.997 %'],
  ])('T8: %s: %s: failed and not fast', (name, _, share) => {
    const { readings, findings } = parse(filesOf(name));
    expect(readings).toEqual([expect.objectContaining({ status: 'failed', metric: null })]);
    expect(findings).toMatchObject([{ code: 'BNL011', level: 'error', what: expect.stringContaining(`${share} of the requests failed`), benchmark: 'load' }]);
  });

  it('T8: failures that a threshold of http_req_failed allows are errors measured', () => {
    const { readings, findings } = parse(filesOf('failures-allowed'));
    expect([readings.every(({ status }) => status === 'ok'), findings]).toEqual([true, []]);
  });

  it('requests of which nothing tells whether they failed are no good ones; a script without requests is', () => {
    const reqs = { http_reqs: { count: 9, rate: 3 }, http_req_duration: { med: 1 } };
    for (const metrics of [reqs, { ...reqs, http_req_failed: { passes: 1 } }]) expect(read(flat(metrics))).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011', what: expect.stringContaining('no http_req_failed') }] });
    expect(read(flat({})).findings).toEqual([]);
  });

  it('each set of tags that a threshold asks for is a benchmark of its own; the expected answers, which are all, are not', () => {
    const parsed = parse(filesOf('summary-export'));
    expect([...new Set(parsed.readings.map(({ benchmark }) => benchmark.id))]).toEqual(['load', 'scenario:buy']);
    expect(metricOf(parsed, 'latency', 'scenario:buy')).toMatchObject({ benchmark: { params: { scenario: 'buy' } }, summary: { n: 20, p50: 3947175 } });
    expect(told(parsed, 'requests', 'scenario:buy')).toEqual(['ops/s', 'higher', 19.89316190403715]);
  });

  it('a script\'s own "errors" is another metric than ours', () => {
    const parsed = read(flat({ errors: { passes: 1, fails: 3, value: 0.25 }, http_req_failed: { passes: 0, fails: 4, value: 0 }, latency: { avg: 1, med: 1 } }));
    expect(parsed.readings.map(({ metric }) => metric?.name)).toEqual(['errors', 'iterations', 'custom_errors', 'custom_latency']);
    expect([told(parsed, 'errors'), told(parsed, 'custom_errors')]).toEqual([['ratio', 'lower', 0], ['ratio', null, 0.25]]);
  });

  it('T5: one run is one sample', () => {
    const { readings } = parse(filesOf('summary-export-plain'));
    expect(new Set(readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values?.length ?? 1].join()))).toEqual(new Set(['summary,false,1']));
  });

  it('a trend without a median, and one without values, has no reading; the count of one is told, or that of its requests, or 1', () => {
    const parsed = read(flat({ http_reqs: { count: 9, rate: 3 }, http_req_failed: { passes: 0, fails: 9, value: 0 }, http_req_duration: { med: 1 }, http_req_waiting: { avg: 1 }, custom: { med: 2 }, counted: { med: 2, count: 7 }, none: { med: 0, count: 0 } }));
    expect(parsed.readings.filter(({ summary }) => summary !== null).map(({ metric, summary }) => [metric?.name, summary?.n])).toEqual([['latency', 9], ['counted', 7], ['custom', 1]]);
  });

  it('T7: a script that did nothing failed; one that k6 could not start leaves no file', () => {
    expect(read({ root_group: {}, metrics: { vus: { value: 1, min: 1, max: 1 } } })).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011' }] });
    expect(parse([{ path: 'k6.json', text: '' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
    expect(read({ metrics: { http: {} } })).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
    expect(read({ metrics: [] })).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('no metrics') }] });
  });

  it('another version of the machine-readable summary is not guessed at', () => {
    expect(parse(filesOf('unknown-version'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', pointer: '/version' }] });
  });

  it('is detected whatever comes first: metrics, groups, the text of the script', () => {
    expect(['summary-export', 'handle-summary', 'machine-readable'].map((name) => detectTool(filesOf(name)))).toEqual(['k6', 'k6', 'k6']);
    expect(detectTool([{ path: 'a', text: JSON.stringify({ metrics: { data_sent: { count: 1, rate: 1 } }, root_group: {} }) }])).toBe('k6');
    expect(detectTool([{ path: 'a', text: JSON.stringify({ config: { duration: 1, execution: 'local', script: 'x'.repeat(20_000) } }) }])).toBe('k6');
  });
});

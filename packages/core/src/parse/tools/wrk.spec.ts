import { adapterFor, detectTool } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('wrk');
const filesOf = (name: string) => readFixtureInput(`wrk/${name}`);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, values, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, values ?? summary]);
const read = (text: string) => parse([{ path: 'wrk.txt', text }]);
const run = (...lines: string[]) => read(['Running 1s test @ http://127.0.0.1:8080/', ...lines].join('\n'));
const good = ['  9 requests in 1.00s, 1.00KB read', 'Requests/sec:      9.00', 'Transfer/sec:      1.00KB'];

describe('wrk', () => {
  it('T13: scaled times become ns, bytes are 1024-based whatever they are called (values by awk)', () => {
    expect(table(parse(filesOf('latency')))).toEqual([
      ['/', 'requests', 'ops/s', 'higher', [25572.56]],
      ['/', 'throughput', 'B/s', 'higher', [5725224.96]],
      ['/', 'latency', 'ns', 'lower', { n: 51713, min: null, p50: 197_000, p95: null, p99: 47_640_000, max: 82_320_000, mean: 3_170_000, stddev: 8_960_000, mad: null }],
    ]);
    expect(table(parse(filesOf('large-units')))).toEqual([
      ['/a/b?x=1&y=%20', 'requests', 'ops/s', 'higher', [1234567.89]],
      ['/a/b?x=1&y=%20', 'throughput', 'B/s', 'higher', [1342177280]],
      ['/a/b?x=1&y=%20', 'latency', 'ns', 'lower', { n: 1234567, min: null, p50: 1.2e9, p95: null, p99: 54e9, max: 57e9, mean: 1.25e9, stddev: 870.5e6, mad: null }],
    ]);
  });

  it('T5: one run is one sample, and says that it is a summary', () => {
    const { readings } = parse(filesOf('latency'));
    expect(readings.map(({ metric, values }) => [metric?.kind, metric?.ordered, values?.length])).toEqual([['summary', false, 1], ['summary', false, 1], ['summary', false, undefined]]);
  });

  it('a mean is no median: without --latency there is no latency', () => {
    expect(table(parse(filesOf('without-percentiles')))).toEqual([
      ['/items?page=2', 'requests', 'ops/s', 'higher', [21405.77]],
      ['/items?page=2', 'throughput', 'B/s', 'higher', [4791992.32]],
    ]);
  });

  it('the id is path and query; connections and threads are parameters; host and port are nowhere', () => {
    const [{ benchmark } = { benchmark: null }] = parse(filesOf('large-units')).readings;
    expect(benchmark).toEqual({ id: '/a/b?x=1&y=%20', name: '/a/b?x=1&y=%20', group: null, params: { connections: '400', threads: '12' }, tags: [] });
    expect(read('Running 1s test @ http://[::1]:8080').readings[0]?.benchmark.id).toBe('/');
  });

  it.each([
    ['non-2xx', 'T8: answers that are all errors', '28887 of 28887 answers were neither 2xx nor 3xx'],
    ['socket-errors', 'T8: a request in fifty without an answer', 'socket errors: connect 0, read 464, write 0, timeout 0'],
    ['server-died', 'T8: a server that died', 'socket errors: connect 0, read 2, write 3016, timeout 0'],
    ['nothing-answered', 'T8, T14: no answer at all, -nan%', 'no request was answered'],
  ])('%s: %s, exit code 0, is a failed benchmark and not a fast one', (name, _, outcome) => {
    const { readings, findings } = parse(filesOf(name));
    expect(readings).toMatchObject([{ status: 'failed', metric: null, values: null, summary: null }]);
    expect(findings).toMatchObject([{ code: 'BNL011', what: expect.stringContaining(outcome), file: 'wrk.txt', line: 1, benchmark: readings[0]?.benchmark.id }]);
  });

  it('findings say file and line, and nothing of the project\'s folder', () => {
    const [file] = filesOf('non-2xx');
    const { findings } = parse([{ path: 'wrk.txt', text: file?.text ?? '', root: '/home/dev/repo' }]);
    expect(Object.keys(findings[0] ?? {}).sort()).toEqual(['benchmark', 'code', 'file', 'fix', 'level', 'line', 'what', 'why']);
  });

  it('T8: a refused connection leaves one line and no number', () => {
    expect(parse(filesOf('refused'))).toMatchObject({ readings: [], findings: [{ code: 'BNL011', what: 'wrk failed: unable to connect to 127.0.0.1:9 Connection refused.', line: 1 }] });
  });

  it('T7: text without a run is an error', () => {
    expect(read('make: nothing to be done\n')).toMatchObject({ readings: [], findings: [{ code: 'BNL002', line: 1 }] });
    expect(read('')).toMatchObject({ readings: [], findings: [{ code: 'BNL002' }] });
  });

  it('runs that follow one another are benchmarks of their own; two of one path cannot be told apart', () => {
    expect(new Set(parse(filesOf('two-runs')).readings.map(({ benchmark }) => benchmark.id))).toEqual(new Set(['/', '/items?page=2']));
    const twice = read([...filesOf('latency'), ...filesOf('latency')].map(({ text }) => text).join(''));
    expect(twice).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL019', benchmark: '/' }] });
  });

  it('a run that did not end is failed, also when another follows', () => {
    expect(parse(filesOf('cut'))).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', line: 1 }] });
    const [first] = filesOf('cut');
    const both = read(`${first?.text}Running 1s test @ http://127.0.0.1/b\n${good.join('\n')}\n`);
    expect(both.readings.map(({ benchmark, status }) => [benchmark.id, status])).toEqual([['/', 'failed'], ['/b', 'ok'], ['/b', 'ok']]);
    expect(both.findings).toHaveLength(1);
  });

  it('T14: what is no number is none', () => {
    expect(run('  9 requests in 1.00s, 1.00KB read', 'Requests/sec:      -nan', 'Transfer/sec:       inf')).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002' }] });
    const [, , latency] = run('    Latency      -nan      -nan   0.00us      -nan%', '  Latency Distribution', '     50%    1.00us', '     99%      inf', ...good).readings;
    expect(latency?.summary).toMatchObject({ n: 9, p50: 1000, p99: null, max: 0, mean: null, stddev: null });
  });

  it('lines of the server and of Lua scripts in between tell nothing', () => {
    const clean = run(...good);
    const noisy = read(['server: ready', 'Running 1s test @ http://127.0.0.1:8080/', 'GET / 200', 'Latency is fine', ...good, 'latency 12.5us, 3 errors', '99%: 0.5'].join('\r\n'));
    expect(noisy.readings).toEqual(clean.readings);
    expect(clean.readings).toHaveLength(2);
  });

  it('is told apart from wrk2', () => {
    expect(parse(readFixtureInput('wrk2/latency'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('output of wrk2') }] });
    expect(detectTool(filesOf('latency'))).toBe('wrk');
  });
});

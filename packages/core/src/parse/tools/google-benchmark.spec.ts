import { adapterFor, detectTool, type Reading } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse } = adapterFor('google-benchmark');
const fixtures = readFixtures().filter(({ tool }) => tool === 'google-benchmark');
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `google-benchmark/${name}`)?.files ?? [];
const read = (name: string, id: string, metric = 'time'): Reading | undefined => parse(filesOf(name)).readings.find((reading) => reading.benchmark.id === id && reading.metric?.name === metric);
const file = (benchmarks: object[], context: object = {}) => [{ path: 'out.json', text: JSON.stringify({ context: { num_cpus: 2, ...context }, benchmarks }) }];
const entry = (rest: object) => ({ name: 'BM_A', run_name: 'BM_A', run_type: 'iteration', iterations: 10, real_time: 2, cpu_time: 1, time_unit: 'ns', ...rest });

/** Read off the files by jq; units by hand. */
describe('values of Google Benchmark 1.7.1 and 1.9', () => {
  it.each([
    ['repetitions-1.7.1', 'BM_StringCopy/64', 'time', [154.66205060419475, 71.20734854495316, 54.591902576548083]],
    ['repetitions-1.7.1', 'BM_Sort/real_time', 'time', [5744.76059277817, 7082.4323731671, 5264.67198911787]],
    ['repetitions-1.7.1', 'BM_Sort/real_time', 'swaps', [12, 12, 12]],
    ['single-1.7.1', 'BM_BigO/1024', 'cpu', [304.19467343056436]],
    ['python-1.9.5', 'sum_range/1000', 'elements', [87172331.99171998, 92377687.93305375, 92012571.198529109]],
  ])('%s: %s %s', (name, id, metric, values) => {
    expect(read(name, id, metric)?.values).toEqual(values.map((value) => expect.closeTo(value, 6)));
  });

  it.each(['repetitions-1.7.1', 'python-1.9.5', 'reps9-1.9.1'])('%s: mean and median of the repetitions are the aggregates that the library made', (name) => {
    const { benchmarks } = JSON.parse(filesOf(name)[0]?.text ?? '') as { benchmarks: { run_name: string; aggregate_name?: string; real_time: number; cpu_time: number; time_unit: string }[] };
    const nanoseconds = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 } as Record<string, number>;
    const told = benchmarks.filter(({ aggregate_name: aggregate }) => aggregate === 'mean' || aggregate === 'median');
    expect(told.length).toBeGreaterThan(3);
    for (const { run_name: id, aggregate_name: aggregate, real_time: time, cpu_time: cpu, time_unit: unit } of told) {
      for (const [metric, value] of [['time', time], ['cpu', cpu]] as const) {
        const values = [...(read(name, id, metric)?.values ?? [])].sort((a, b) => a - b);
        const own = aggregate === 'mean' ? values.reduce((sum, one) => sum + one, 0) / values.length : (values[(values.length - 1) / 2] ?? 0);
        expect(own / (value * (nanoseconds[unit] ?? 0))).toBeCloseTo(1, 9);
      }
    }
  });

  it('aggregates alone are a summary, in ns', () => {
    expect(read('aggregates-1.7.1', 'BM_Sort/real_time')).toMatchObject({ values: null, metric: { kind: 'summary', ordered: false }, summary: { n: 3, p50: 13666.4999990899, mean: expect.closeTo(10886.8266664407, 6), stddev: expect.closeTo(8399.7151409181, 6), min: null, p95: null } });
  });
});

describe('traps', () => {
  it.each(['repetitions-1.7.1', 'aggregates-1.7.1', 'python-1.9.5'])('T8: %s: SkipWithError ends with code 0 and a time of 0, and is failed', (name) => {
    const { readings, findings } = parse(filesOf(name));
    expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark }) => benchmark.id)).toEqual([name.startsWith('python') ? 'skipping' : 'BM_Skip']);
    expect(findings.filter(({ code }) => code === 'BNL011')).toMatchObject([{ pointer: expect.stringMatching(/^\/benchmarks\/\d+$/), what: expect.stringMatching(/: (?:broken|no data here)\.$/) }]);
  });

  it('T8: one repetition that fails fails the benchmark', () => {
    expect(parse(file([entry({}), entry({ error_occurred: true, error_message: 'late' })])).readings).toMatchObject([{ status: 'failed' }]);
  });

  it('SkipWithMessage of 1.8 on is skipped, not failed', () => {
    expect(parse(file([entry({ skipped: true, skip_message: 'no GPU', real_time: 0 })]))).toMatchObject({ readings: [{ status: 'skipped' }], findings: [] });
  });

  it('T7: nothing that matches is an empty file, which is said', () => {
    expect(parse([{ path: 'out.json', text: '' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('no benchmark matches') }] });
  });

  it('T12: cv is a ratio with a unit of time, BigO and RMS are fits: none is a benchmark or a number of one', () => {
    const ids = (name: string) => [...new Set(parse(filesOf(name)).readings.map(({ benchmark }) => benchmark.id))];
    const all = ['BM_StringCopy/64', 'BM_StringCopy/4096', 'BM_Sort/real_time', 'BM_Skip', 'BM_Threads/threads:2', 'BM_BigO/64', 'BM_BigO/256', 'BM_BigO/1024'];
    expect(ids('repetitions-1.7.1')).toEqual(all);
    expect(ids('aggregates-1.7.1')).toEqual(all);
    expect(read('repetitions-1.7.1', 'BM_BigO/64')?.values).toHaveLength(3);
  });

  it('T13: each entry has its unit of time', () => {
    expect(parse(file([entry({ time_unit: 's' })])).readings).toMatchObject([{ values: [2e9] }, { values: [1e9] }]);
    expect(parse(file([entry({ time_unit: 'us' }), entry({ time_unit: 'ms' })])).readings).toMatchObject([{ status: 'failed' }]);
  });

  it('T15: rates are those of the CPU time, as the library made them, but of the real time where the benchmark says so', () => {
    const [rate, cpu, time] = ['throughput', 'cpu', 'time'].map((metric) => read('single-1.7.1', 'BM_StringCopy/64', metric)?.values?.[0] ?? 0) as [number, number, number];
    expect((rate * cpu) / 1e9).toBeCloseTo(64, 6);
    expect((rate * time) / 1e9).toBeGreaterThan(200);
    const [counter = 0, real = 0] = ['rate', 'time'].map((metric) => read('single-1.7.1', 'BM_Sort/real_time', metric)?.values?.[0]);
    expect((counter * real) / 1e9).toBeCloseTo(1, 6);
  });

  it('T14: the library writes NaN, which is no JSON; text that looks like it stays', () => {
    const [{ text } = { text: '' }] = filesOf('bare-nan-1.7.1');
    expect(() => JSON.parse(text) as unknown).toThrow();
    const once = [{ path: 'out.json', text: text.replace(/"family_index": 1/g, '"family_index": 0') }];
    expect(parse(once).readings).toMatchObject([{ benchmark: { id: 'BM_Zero', tags: ['a ": NaN, Infinity b'] }, metric: { name: 'time' } }, { metric: { name: 'cpu' } }, { metric: { name: 'zero' }, values: [0, 0, 0, 0] }]);
  });

  it('one name registered twice is not two repetitions', () => {
    expect(parse(filesOf('bare-nan-1.7.1'))).toMatchObject({ readings: [{ status: 'failed' }], findings: expect.arrayContaining([expect.objectContaining({ code: 'BNL019', benchmark: 'BM_Zero' })]) });
  });

  it('T11: a counter has no direction, whatever it is called', () => {
    expect(read('repetitions-1.7.1', 'BM_Sort/real_time', 'rate')?.metric).toMatchObject({ unit: 'count', direction: null });
    expect(parse(file([entry({ time: 5, __proto__x: 1 })])).readings.map(({ metric }) => metric?.name)).toEqual(['time', 'cpu', 'counter time', '__proto__x']);
  });

  it('a library built for debugging is warned of', () => {
    expect(parse(filesOf('single-1.7.1')).findings).toMatchObject([{ code: 'BNL034', level: 'warning', pointer: '/context/library_build_type' }, { code: 'BNL011' }]);
    expect(parse(filesOf('python-1.9.5')).findings.map(({ code }) => code)).toEqual(['BNL011']);
  });
});

test('the version is the library\'s, where it tells one (from 1.8 on)', () => {
  expect(parse(filesOf('python-1.9.5')).harness).toEqual({ name: 'Google Benchmark', version: '1.9.5', outputVersion: '1' });
  expect(parse(filesOf('single-1.7.1')).harness.version).toBeNull();
  expect(detectTool(filesOf('single-1.7.1'))).toBe('google-benchmark');
});

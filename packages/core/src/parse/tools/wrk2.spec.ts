import { adapterFor } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse, detects } = adapterFor('wrk2');
const filesOf = (name: string, tool = 'wrk2') => readFixtureInput(`${tool}/${name}`);
const table = (parsed: ReturnType<typeof parse>) => parsed.readings.map(({ benchmark, metric, values, summary }) => [benchmark.id, metric?.name, metric?.unit, metric?.direction, values ?? summary]);

describe('wrk2', () => {
  it('T13: percentiles come from the spectrum, in ms with all its digits, else from the scaled text (values by awk)', () => {
    expect(table(parse(filesOf('latency')))).toEqual([
      ['/', 'requests', 'ops/s', 'higher', [1998.15]],
      ['/', 'throughput', 'B/s', 'higher', [253767.68]],
      ['/', 'latency', 'ns', 'lower', { n: 3940, min: null, p50: 1_004_000, p95: 4_715_000, p99: 8_070_000, max: 14_656_000, mean: 1_525_000, stddev: 1_677_000, mad: null }],
    ]);
  });

  it('counts as latencies those after the calibration alone: 3940 of 23969 requests', () => {
    const [, , latency] = parse(filesOf('latency')).readings;
    expect(latency?.summary?.n).toBe(3940);
  });

  it('T14: -nan of a run shorter than the calibration is no number; the rates of the whole run are', () => {
    expect(table(parse(filesOf('shorter-than-calibration')))).toEqual([
      ['/', 'requests', 'ops/s', 'higher', [1988.5]],
      ['/', 'throughput', 'B/s', 'higher', [252538.88]],
    ]);
  });

  it('the uncorrected distribution that -U adds is another metric, and not read', () => {
    expect(parse(filesOf('uncorrected'))).toEqual(parse(filesOf('latency')));
  });

  it('T8: a socket error or an answer that is neither 2xx nor 3xx makes the benchmark failed', () => {
    const outcome = 'socket errors: connect 0, read 0, write 0, timeout 4; 17 of 23969 answers were neither 2xx nor 3xx';
    expect(parse(filesOf('errors'))).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011', what: `/500 failed: ${outcome}.`, line: 1 }] });
  });

  it('T5: one run is one sample', () => {
    expect(parse(filesOf('latency')).readings.map(({ metric, values }) => [metric?.kind, values?.length])).toEqual([['summary', 1], ['summary', 1], ['summary', undefined]]);
  });

  it('is told apart from wrk, with and without percentiles, calibrated or not', () => {
    expect(['latency', 'shorter-than-calibration', 'uncorrected', 'errors'].map((name) => detects(filesOf(name)))).toEqual([true, true, true, true]);
    expect(['latency', 'without-percentiles', 'nothing-answered', 'refused'].map((name) => detects(filesOf(name, 'wrk')))).toEqual([false, false, false, false]);
    expect(parse(filesOf('latency', 'wrk'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('output of wrk,') }] });
  });
});

import { adapterFor } from '../index.js';
import { readFixtureInput } from '../testing/fixtures.js';

const { parse } = adapterFor('hyperfine');
const filesOf = (name: string) => readFixtureInput(`hyperfine/${name}`);
const read = (...results: unknown[]) => parse([{ path: 'out.json', text: JSON.stringify({ results }) }]);
const valuesOf = (name: string, id: string, metric: string): readonly number[] => {
  const found = parse(filesOf(name)).readings.find((reading) => reading.benchmark.id === id && reading.metric?.name === metric);
  return found?.values ?? [];
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2;
};

describe('hyperfine', () => {
  it.each([
    ['v1.15', 'sleep 0.01', 10, 0.013781352100000002, 0.0135171925],
    ['v1.15', 'sleep 0.02', 10, 0.023629193300000004, 0.022531790500000003],
    ['v1.19-parameters', 'nap-0.01', 5, 0.012161517, 0.011245996000000001],
    ['v1.19-parameters', 'nap-0.02', 5, 0.0222919176, 0.021373203],
    ['v2.0', 'sleep 0.01', 10, 0.012244506700000003, 0.0119568145],
    ['v2.0', 'sleep 0.02', 10, 0.023286025600000003, 0.022363972],
  ])('T13: %s: the times of %s have the count, mean and median that hyperfine itself gives, in ns', (name, id, n, toldMean, toldMedian) => {
    const values = valuesOf(name, id, 'time');
    expect(values).toHaveLength(n);
    expect(mean(values)).toBeCloseTo(toldMean * 1e9, 3);
    expect(median(values)).toBeCloseTo(toldMedian * 1e9, 3);
  });

  it('runs stand in the order measured (values by jq)', () => {
    expect(valuesOf('v1.19-parameters', 'nap-0.01', 'time')).toEqual([10983041, 11245996, 11504655, 15904056, 11169837]);
    expect(valuesOf('v2.0', 'sleep 0.01', 'time').at(0)).toBe(11180824);
    expect(valuesOf('v2.0', 'sleep 0.01', 'time').at(-1)).toBe(11821544);
    expect(parse(filesOf('v2.0')).readings.map(({ metric }) => metric?.ordered)).not.toContain(false);
  });

  it('CPU times are means in 1.x and of each run in 2.x; bytes stay bytes (values by jq)', () => {
    expect(valuesOf('v1.15', 'sleep 0.01', 'user')).toEqual([889400]);
    expect(valuesOf('v1.15', 'sleep 0.02', 'system')).toEqual([0]);
    const [user, system, memory] = ['user', 'system', 'memory'].map((metric) => valuesOf('v2.0', 'sleep 0.01', metric));
    expect([user?.length, Math.max(...(user ?? [])), mean(user ?? [])]).toEqual([10, 1177000, 827800]);
    expect([system?.length, Math.max(...(system ?? [])), mean(system ?? [])]).toEqual([10, 1042000, 200000]);
    expect([memory?.length, memory?.[0], memory?.at(-1)]).toEqual([10, 3796992, 4059136]);
  });

  it('T10: in 1.x "command" is the name given, in 2.x "name" stands beside it; both are one id', () => {
    const [old, now] = [{ command: 'nap', times: [1] }, { command: 'sleep 1', name: 'nap', times: [1] }].map((result) => read(result).readings[0]?.benchmark.id);
    expect([old, now]).toEqual(['nap', 'nap']);
  });

  it('T8: runs that failed with -i and exit code 0 are no fast ones', () => {
    for (const [name, outcome] of [['v1.19-failed-runs', 'exit code 3 in 3 of 3 runs'], ['v2.0-failed-runs', 'exit code 3 in 3 of 3 runs']] as const) {
      const { readings, findings } = parse(filesOf(name));
      expect(readings.map(({ status, values }) => [status, values])).toContainEqual(['failed', null]);
      expect(findings).toContainEqual(expect.objectContaining({ code: 'BNL011', what: expect.stringContaining(outcome) as string }));
    }
  });

  it('T9: an empty file is that of a first command that failed; one that was cut off has no number', () => {
    expect(parse(filesOf('empty'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('first command fails') }] });
    expect(parse(filesOf('truncated'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', line: expect.any(Number) }] });
  });

  it('T7: an empty list of results is no reading', () => expect(parse(filesOf('no-results'))).toMatchObject({ readings: [], findings: [] }));

  it('T25: the version of the output is told, and a newer one is not guessed at', () => {
    expect(['v1.15', 'v2.0'].map((name) => parse(filesOf(name)).harness)).toEqual([
      { name: 'hyperfine', version: null, outputVersion: '1' },
      { name: 'hyperfine', version: '2.0.0', outputVersion: '2' },
    ]);
    expect(parse(filesOf('unknown-version'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('not known') }] });
  });

  it('a command that took no time fails alone, and nothing is wrong with the file', () => {
    const { readings, findings } = read({ command: 'true', times: [0.001, 0], exit_codes: [0, 0] }, { command: 'sleep 1', times: [1.002, 1.001], exit_codes: [0, 0] });
    expect(readings.map(({ benchmark, status, values }) => [benchmark.id, status, values])).toEqual([['true', 'failed', null], ['sleep 1', 'ok', [1_002_000_000, 1_001_000_000]]]);
    expect(findings).toMatchObject([{ code: 'BNL064', level: 'warning', file: 'out.json', pointer: '/results/0', benchmark: 'true' }]);
  });
});

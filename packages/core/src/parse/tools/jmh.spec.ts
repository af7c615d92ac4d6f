import { adapterFor, detectTool, type Reading } from '../index.js';
import { readFixtures } from '../testing/fixtures.js';

const { parse, detects } = adapterFor('jmh');
const fixtures = readFixtures().filter(({ tool }) => tool === 'jmh');
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `jmh/${name}`)?.files ?? [];
const read = (name: string, id: string, metric = 'time'): Reading | undefined => parse(filesOf(name)).readings.find((reading) => reading.benchmark.id === id && reading.metric?.name === metric);
const result = (primary: object, rest: object = {}) => [{ path: 'jmh.json', text: JSON.stringify([{ jmhVersion: '1.37', benchmark: 'a.B.c', mode: 'avgt', threads: 1, forks: 1, primaryMetric: primary, ...rest }]) }];
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

/** Read off the files by jq; units by hand. */
describe('values of JMH 1.37', () => {
  it.each([
    ['demo.B.avgt [avgt, n=15]', 'time', 'ns', [8543.621181578539, 5529.3984207845135, 4480.269885304956, 12222.696442234124, 6340.197040498443, 10300.702962369895]],
    ['demo.B.thrpt [thrpt, n=10]', 'throughput', 'ops/s', [763353.3381662651, 1035319.4757797785, 1576638.0803335444, 794761.4756327846, 1046555.2682948287, 1592496.8412419453]],
    ['demo.B.ss [ss, n=10]', 'time', 'ns', [948258, 12939, 3725, 19188, 68973, 27381]],
  ])('%s', (id, metric, unit, values) => {
    expect(read('modes-1.37', id, metric)).toMatchObject({ values: close(values), metric: { unit } });
  });

  it('names of profilers lose the dot that 1.36 gave them', () => {
    expect(read('gc-1.36', 'demo.B.alloc [avgt, n=10]', 'allocated')?.values).toEqual([32.00063410851026, 32.0001691906343, 32.00013647561753, 32.00007574086821]);
    expect(read('gc-1.37', 'demo.B.alloc [avgt, n=10]', 'allocated')?.values).toEqual([32.01000021959942, 32.008197339215165, 32.00500480464712, 32.002455127781175, 32.00315966647008, 32.00473979674694]);
  });

  it('MB of the garbage collector\'s profiler are 2^20 bytes: bytes per operation over time per operation is its rate', () => {
    const [time, rate, allocated] = ['time', 'gc.alloc.rate', 'allocated'].map((metric) => read('gc-1.37', 'demo.B.alloc [avgt, n=15]', metric)?.values ?? []);
    const shares = rate?.map((value, index) => (value * (time?.[index] ?? 0)) / ((allocated?.[index] ?? 0) * 1e9)) ?? [];
    // The profiler's clock starts before the iteration's and ends after it: its rate is a little lower, and by 10^6 bytes it would be 5 % lower.
    expect(Math.max(...shares)).toBeGreaterThan(0.99);
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(read('gc-1.37', 'demo.B.alloc [avgt, n=10]', 'gc.alloc.rate')?.values?.[0]).toBeCloseTo(132.0811168750045 * 1048576, 0);
  });

  it.each(['modes-1.37', 'gc-1.36', 'gc-1.37', 'group-1.37', 'one-iteration-1.37'])('%s: the mean of the values is the score that JMH gives', (name) => {
    const scores = (JSON.parse(filesOf(name)[0]?.text ?? '') as { primaryMetric: { score: number; scoreUnit: string } }[]).map(({ primaryMetric }) => primaryMetric.score * inNormalised(primaryMetric.scoreUnit));
    const means = parse(filesOf(name)).readings.filter(({ metric }) => metric?.name === 'time' || metric?.name === 'throughput').map(({ values }) => (values ?? []).reduce((sum, value) => sum + value, 0) / (values?.length ?? 0));
    expect(means.map((mean, index) => mean / (scores[index] ?? 0))).toEqual(scores.map(() => expect.closeTo(1, 9)));
  });
});

function inNormalised(unit: string): number {
  return ({ 'ops/ms': 1e3, 'ops/s': 1, 'us/op': 1e3, 'ns/op': 1, 's/op': 1e9 } as Record<string, number>)[unit] ?? Number.NaN;
}

describe('sample mode', () => {
  it('gives the percentiles of JMH\'s own table, and its mean, from the histogram', () => {
    const { primaryMetric } = (JSON.parse(filesOf('sample-1.37')[0]?.text ?? '') as [{ primaryMetric: { score: number; scorePercentiles: Record<string, number> } }])[0];
    const summary = read('sample-1.37', 'demo.B.sample [sample, n=15]')?.summary;
    const told = { p50: '50.0', p95: '95.0', p99: '99.0', min: '0.0', max: '100.0' } as const;
    for (const [key, percentile] of Object.entries(told)) expect(summary?.[key as keyof typeof told]).toBeCloseTo((primaryMetric.scorePercentiles[percentile] ?? 0) * 1e3, 4);
    expect(summary).toMatchObject({ n: 1986, p99: 5691.12, mean: expect.closeTo(primaryMetric.score * 1e3, 6), stddev: expect.closeTo(223661.8820551334, 3) });
  });

  it('does not repeat the percentiles as metrics', () => {
    expect(parse(filesOf('sample-1.37')).readings.map(({ metric }) => metric?.name)).toEqual(['time']);
  });
});

describe('traps', () => {
  it('T8: a benchmark that throws is absent from the JSON with exit code 0, and fails by what the console says', () => {
    const { readings, findings } = parse(filesOf('throws-1.37'));
    expect(readings.filter(({ status }) => status === 'failed').map(({ benchmark }) => benchmark.id)).toEqual(['demo.Broken.exits [avgt]', 'demo.Broken.half [avgt, n=2]', 'demo.Broken.setup [avgt]']);
    expect(findings).toMatchObject([
      { code: 'BNL011', file: 'stdout.txt', line: 15, what: expect.stringContaining('VM prematurely exited') },
      { code: 'BNL011', benchmark: 'demo.Broken.half [avgt, n=2]', line: 92, what: expect.stringContaining('java.lang.IllegalStateException: broken for 2') },
      { code: 'BNL011', benchmark: 'demo.Broken.setup [avgt]', line: 178 },
    ]);
    expect(readings.filter(({ status }) => status === 'ok').map(({ benchmark }) => benchmark.id)).toContain('demo.Broken.half [avgt, n=1]');
  });

  it('T8: of a benchmark whose later forks throw JMH averages the rest; it fails with the console and without', () => {
    expect(parse(filesOf('fork-fails-1.37'))).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', what: expect.stringContaining('only 1 of 3 forks') }] });
    const log = { path: 'stdout.txt', text: '# JMH version: 1.37\n# Threads: 1 thread, will synchronize iterations\n# Benchmark mode: Average time, time/op\n# Benchmark: demo.Broken.late\r\nIteration   1: <failure>\n\njava.lang.IllegalStateException: late\n' };
    expect(parse([...filesOf('fork-fails-1.37'), log])).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL011', line: 5 }] });
  });

  it('T9: -foe true leaves an empty file, which is said', () => {
    expect(parse([{ path: 'jmh.json', text: '' }])).toMatchObject({ readings: [], findings: [{ code: 'BNL002', file: 'jmh.json', what: expect.stringContaining('-foe true') }] });
  });

  it('T7: no benchmark at all is no reading', () => {
    expect(parse([{ path: 'jmh.json', text: '[\n]\n' }])).toMatchObject({ readings: [], findings: [] });
  });

  it.each([
    ['thrpt', 'ops/min', 'throughput', 'higher', 3 / 60],
    ['avgt', 'day/op', 'time', 'lower', 3 * 86_400e9],
    ['ss', 'hr/op', 'time', 'lower', 3 * 3600e9],
  ])('T11: mode %s with %s is %s, %s is better', (mode, scoreUnit, name, direction, value) => {
    expect(parse(result({ scoreUnit, rawData: [[3]] }, { mode })).readings).toMatchObject([{ metric: { name, direction }, values: [expect.closeTo(value, 9)] }]);
  });

  it('T11: where mode and unit contradict each other, nothing is guessed', () => {
    expect(parse(result({ scoreUnit: 'ops/s', rawData: [[3]] })).readings).toMatchObject([{ status: 'failed' }]);
  });

  it('T11: of a profiler\'s numbers only costs and rates of an operation have a direction', () => {
    const directions = parse(filesOf('gc-1.37')).readings.slice(0, 5).map(({ metric }) => [metric?.name, metric?.direction]);
    expect(directions).toEqual([['time', 'lower'], ['gc.alloc.rate', null], ['allocated', 'lower'], ['gc.count', null], ['gc.time', null]]);
    expect(parse(filesOf('group-1.37')).readings.slice(0, 3).map(({ metric }) => [metric?.name, metric?.direction])).toEqual([['throughput', 'higher'], ['hits', null], ['put', 'higher']]);
  });

  it('T14: an error that is the text "NaN" is not read; a value that is one fails the benchmark', () => {
    expect(read('one-iteration-1.37', 'demo.Broken.fine [avgt]')?.values).toEqual([0.6913015348132368]);
    expect(parse(result({ scoreUnit: 'ns/op', rawData: [['NaN']] }))).toMatchObject({ readings: [{ status: 'failed' }], findings: [{ code: 'BNL002', pointer: '/0/primaryMetric' }] });
  });

  it('T20: forks are processes, each a round', () => {
    expect(read('modes-1.37', 'demo.B.avgt [avgt, n=10]')?.processes).toEqual([3, 3]);
    expect(read('gc-1.37', 'demo.B.alloc [avgt, n=10]', 'gc.time')).toMatchObject({ values: [11e6], processes: [1] });
  });
});

describe('identity', () => {
  it('is method, mode, parameters and threads, in the JSON and on the console alike', () => {
    expect(parse(filesOf('one-iteration-1.37')).readings.map(({ benchmark }) => benchmark.id)).toEqual(['demo.Broken.fine [avgt]', 'demo.Broken.threads [avgt, 2 threads]']);
    const heading = '# JMH version: 1.37\n# Threads: 4 threads\n# Benchmark mode: Sampling time\n# Benchmark: a.B.c\n# Parameters: (k = a, b, n = 2)\n# Warmup Iteration   1: <failure>\n';
    const [failed] = parse([{ path: 'out.txt', text: heading }]).readings;
    const [measured] = parse(result({ scoreUnit: 'ns/op', rawDataHistogram: [[[[1, 2]]]] }, { mode: 'sample', threads: 4, params: { k: 'a, b', n: '2' } })).readings;
    expect(failed?.benchmark).toEqual(measured?.benchmark);
    expect(failed?.benchmark).toMatchObject({ id: 'a.B.c [sample, k=a, b, n=2, 4 threads]', group: 'a.B', params: { k: 'a, b', n: '2' } });
  });

  it('the console alone is known for JMH\'s, and has no samples', () => {
    expect(detectTool(filesOf('console-only-1.37'))).toBe('jmh');
    expect(parse(filesOf('console-only-1.37'))).toMatchObject({ readings: [], findings: [{ code: 'BNL002', what: expect.stringContaining('-rf json') }] });
    expect(detects([{ path: 'a', text: 'text' }])).toBe(false);
  });
});

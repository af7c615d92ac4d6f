import * as fc from 'fast-check';
import type { PerfSpecReading } from '@benchline/core/parse';
import { joinRounds } from './join-rounds.js';
import { judgeLimits } from './judge-limits.js';
import { durationOf } from './measuring-times.js';
import { withRatios } from './relative-times.js';
import { releaseProblems, type ProcessFacts } from './release-conditions.js';
import { matchesTags } from './tag-expression.js';

const release: ProcessFacts = { inspectorUrl: undefined, execArgv: ['--import', 'x'], env: { NODE_ENV: 'production' }, hasCoverage: false };
const reading = (id: string, samples: number[], rest: Partial<PerfSpecReading> = {}): PerfSpecReading => ({
  id, name: id, group: 'f/g', params: {}, tags: [], status: 'completed', error: null, time: { samples, batch: 1 }, amount: null, allocatedBytes: 10, collections: { count: 1, pauseMs: 2, calls: 100 }, ratios: [], limits: [], warnings: [], ...rest,
});

describe('release conditions', () => {
  it.each([
    ['inspector', { inspectorUrl: 'ws://127.0.0.1:9229/x' }],
    ['inspector', { execArgv: ['--inspect-brk'] }],
    ['development', { env: { NODE_ENV: 'development' } }],
    ['coverage', { env: { NODE_V8_COVERAGE: 'coverage' } }],
    ['coverage', { hasCoverage: true }],
    ['interpreted', { execArgv: ['--jitless'] }],
    ['interpreted', { execArgv: ['--cpu-prof'] }],
  ] as const)('%s is refused for %j unless allowed', (condition, facts) => {
    expect(releaseProblems({ ...release, ...facts }, [])).toEqual([expect.stringContaining(`allow: ['${condition}']`)]);
    expect(releaseProblems({ ...release, ...facts }, [condition])).toEqual([]);
  });

  it('a plain process may measure', () => {
    expect(releaseProblems(release, [])).toEqual([]);
    expect(releaseProblems({ ...release, env: {} }, [])).toEqual([]);
  });
});

describe('tags', () => {
  it.each([
    [null, [], true], ['', ['a'], true], ['perf', ['perf'], true], ['perf', ['other'], false], ['perf', [], false], ['perf,slow', ['slow'], true],
    ['!slow', ['slow'], false], ['!slow', ['perf'], true], ['perf,!slow', ['perf', 'slow'], false], ['perf, !slow', ['perf'], true], [' , ', [], true],
  ] as const)('%j with %j: %s', (expression, tags, expected) => {
    expect(matchesTags(expression, tags)).toBe(expected);
  });

  it('an unwanted tag always wins', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (tags) => !matchesTags(`a,b,c,!b`, [...tags, 'b'])));
  });
});

describe('times', () => {
  it.each([[undefined, 7], ['200 ms', 200], ['1 s', 1000], [50, 50]])('%j is %d ms', (written, ms) => expect(durationOf(written, 7)).toBe(ms));
  it.each(['soon', '0 ms', 0, -1, Number.NaN, '5'])('%j is no time', (written) => expect(() => durationOf(written, 7)).toThrow(RangeError));
});

describe('rounds', () => {
  it('stand one after another; collections add up, allocations are averaged', () => {
    const joined = joinRounds(reading('a', [1, 2]), [reading('a', [3], { allocatedBytes: 20, warnings: ['w'] }), reading('a', [4, 5, 6], { allocatedBytes: 30, warnings: ['w'] })]);
    expect(joined).toMatchObject({ time: { samples: [1, 2, 3, 4, 5, 6], processes: [2, 1, 3] }, allocatedBytes: 20, collections: { count: 3, pauseMs: 6, calls: 300 }, warnings: ['w'] });
  });
  it('one alone stays as it is', () => expect(joinRounds(reading('a', [1]), [])).toEqual(reading('a', [1])));
});

describe('times in units of another spec\'s', () => {
  const limit = (relativeTo: string) => ({ metric: `time / ${relativeTo}`, statistic: 'median', kind: 'ceiling', limit: 0.5, unit: 'ratio', tolerance: 0, confident: false, relativeTo }) as const;
  it.each(['f/g/b', 'b'])('finds %s by id or by name in the group', (other) => {
    const [a] = withRatios([reading('f/g/a', [2, 4, 6]), reading('f/g/b', [8])], new Map([['f/g/a', [limit(other)]]]));
    expect(a).toMatchObject({ ratios: [{ name: `time / ${other}`, value: 0.5 }], limits: [{ metric: `time / ${other}`, limit: 0.5 }], warnings: [] });
    expect(a?.limits[0]).not.toHaveProperty('relativeTo');
  });
  it('says what was not measured', () => {
    const [a] = withRatios([reading('f/g/a', [2])], new Map([['f/g/a', [limit('gone')]]]));
    expect(a).toMatchObject({ ratios: [], limits: [{ metric: 'time / gone' }], warnings: [expect.stringContaining('gone')] });
  });
});

describe('limits inside a test runner', () => {
  const ceiling = { metric: 'time', statistic: 'median', kind: 'ceiling', limit: 2e6, unit: 'ns', tolerance: 0.1, confident: false, relativeTo: null } as const;
  it.each([[[2], 'pass'], [[2.1], 'warn'], [[2.3], 'fail']])('a time of %j ms against 2 ms ± 10 %%: %s', (samples, verdict) => {
    expect(judgeLimits(reading('a', samples), [ceiling])).toMatchObject([{ verdict }]);
  });
  it('a floor of throughput needs an amount', () => {
    const floor = { ...ceiling, metric: 'throughput', kind: 'floor', limit: 1e6, unit: 'B/s' } as const;
    expect(judgeLimits(reading('a', [1]), [floor])).toMatchObject([{ verdict: 'unknown' }]);
    expect(judgeLimits(reading('a', [1], { amount: { perCall: 2000, unit: 'B' } }), [floor])).toMatchObject([{ verdict: 'pass' }]);
    expect(judgeLimits(reading('a', [1], { amount: { perCall: 500, unit: 'B' } }), [floor])).toMatchObject([{ verdict: 'fail' }]);
  });
});

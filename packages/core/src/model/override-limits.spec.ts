import fc from 'fast-check';
import type { SloPolicy } from './generated/types.js';
import { addressesOf, limitVariableOf, overrideLimits, parseLimitValue, parseLimitVariable, segmentOf, shortestVariableOf } from './index.js';

const ceiling: SloPolicy = { suite: null, benchmark: 'decode', metric: 'time', statistic: 'p95', kind: 'ceiling', limit: 1_000_000, target: null, unit: 'ns', tolerance: 0, confident: false };
const floor: SloPolicy = { ...ceiling, metric: 'throughput', statistic: 'median', kind: 'floor', limit: 80e6, unit: 'B/s' };

function override(env: Record<string, string>, objectives: readonly SloPolicy[] = [ceiling, floor], project = 'core') {
  return overrideLimits({ project, objectives, env });
}

describe('names as segments', () => {
  it.each([
    ['core', 'CORE'],
    ['@benchline/core', 'BENCHLINE_CORE'],
    ['decode/display*', 'DECODE_DISPLAY'],
    ['decode__small', 'DECODE_SMALL'],
    ['_a-', 'A'],
    ['naïve', 'NA_VE'],
    ['*', 'ALL'],
    ['', 'ALL'],
    ['p95', 'P95'],
  ])('%s is %s', (name, segment) => {
    expect(segmentOf(name)).toBe(segment);
  });

  it('never hold what separates them, and stay what they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(segmentOf(name)).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)*$/);
      expect(segmentOf(segmentOf(name))).toBe(segmentOf(name));
    }));
  });
});

describe('names of variables', () => {
  it.each([
    ['BENCHLINE_MAX__CORE__DECODE__P95', { kind: 'ceiling', project: 'CORE', address: ['DECODE', 'P95'] }],
    ['BENCHLINE_MIN__CORE__DECODE', { kind: 'floor', project: 'CORE', address: ['DECODE'] }],
    ['benchline_min__core__decode', { kind: 'floor', project: 'CORE', address: ['DECODE'] }],
    ['BENCHLINE_MAX__CORE', { kind: 'ceiling', project: 'CORE', address: [] }],
    ['BENCHLINE_MAX__', { kind: 'ceiling', project: '', address: [] }],
    ['BENCHLINE_MAX', null],
    ['BENCHLINE_MAX_CORE__DECODE', null],
    ['XBENCHLINE_MAX__CORE__DECODE', null],
    ['BENCHLINE_ROUNDS', null],
  ])('%s', (variable, parts) => {
    expect(parseLimitVariable(variable)).toEqual(parts === null ? null : { variable, ...parts });
  });

  it('an objective answers to each of its addresses', () => {
    expect(addressesOf({ ...ceiling, suite: 'rust' }).map((address) => address.join('__'))).toEqual([
      'DECODE', 'DECODE__TIME', 'DECODE__P95', 'DECODE__TIME__P95', 'RUST__DECODE', 'RUST__DECODE__TIME', 'RUST__DECODE__P95', 'RUST__DECODE__TIME__P95',
    ]);
    expect(limitVariableOf('@scope/core', { ...ceiling, budget: 0.01 })).toBe('BENCHLINE_MAX__SCOPE_CORE__DECODE__TIME__BUDGET');
  });

  it('every objective can be set by its most exact name, and by no name of another project', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'B', '/', '-', '_', '*', '0'), minLength: 1, maxLength: 6 });
    const objective = fc.record({ suite: fc.option(name), benchmark: name, metric: name, statistic: fc.constantFrom('median', 'p95', 'min'), kind: fc.constantFrom('floor', 'ceiling') });
    fc.assert(fc.property(objective, name, name, (parts, project, other) => {
      const one = { ...ceiling, ...parts } as SloPolicy;
      const env = { [limitVariableOf(project, one)]: '2ms' };
      expect(overrideLimits({ project, objectives: [one], env })).toMatchObject({ objectives: [{ limit: 2_000_000, override: { configured: 1_000_000 } }], problems: [] });
      fc.pre(segmentOf(project) !== segmentOf(other));
      expect(overrideLimits({ project: other, objectives: [one], env })).toEqual({ objectives: [one], problems: [] });
    }));
  });

  it('the shortest name of an objective means it and no other one', () => {
    const name = fc.constantFrom('a', 'b', 'a/b', 'time', 'p95');
    const objective = fc.record({ suite: fc.option(name), benchmark: name, metric: fc.constantFrom('time', 'user', 'a'), statistic: fc.constantFrom('median', 'p95') });
    fc.assert(fc.property(fc.array(objective, { minLength: 1, maxLength: 6 }), (list) => {
      const objectives = list.map((parts) => ({ ...ceiling, ...parts }) as SloPolicy);
      for (const one of objectives) {
        const variable = shortestVariableOf('core', one, objectives);
        if (variable === null) continue;
        const { objectives: after, problems } = overrideLimits({ project: 'core', objectives, env: { [variable]: '+100%' } });
        expect(problems).toEqual([]);
        const changed = after.filter(({ override: set }) => set !== undefined);
        expect(changed.every(({ suite, benchmark, metric, statistic }) => suite === one.suite && benchmark === one.benchmark && metric === one.metric && statistic === one.statistic)).toBe(true);
        expect(changed.length).toBeGreaterThan(0);
      }
    }));
  });
});

describe('values', () => {
  it.each([
    ['2ms', { limit: 2_000_000, unit: 'ns' }],
    ['80 MB/s', { limit: 80e6, unit: 'B/s' }],
    ['+80 MB/s', { limit: 80e6, unit: 'B/s' }],
    ['0 ms', { limit: 0, unit: 'ns' }],
    ['+15%', { factor: 1.15 }],
    [' - 10 % ', { factor: 0.9 }],
    ['+250%', { factor: 3.5 }],
    ['15%', { limit: 0.15, unit: 'ratio' }],
    ['-100%', null],
    ['-150%', null],
    ['-2ms', null],
    ['2', null],
    ['2 parsecs', null],
    ['+', null],
    ['++5%', null],
    ['1e999ms', null],
    ['NaN', null],
  ])('%p', (text, value) => {
    expect(parseLimitValue(text)).toEqual(value);
  });

  it('a relative one moves the limit by so much', () => {
    fc.assert(fc.property(fc.integer({ min: -99, max: 500 }), (percent) => {
      const { objectives } = override({ BENCHLINE_MAX__CORE__DECODE: `${percent < 0 ? '' : '+'}${percent}%` });
      expect(objectives[0]?.limit).toBeCloseTo(10_000 * (100 + percent), 3);
    }));
  });
});

describe('the environment sets limits', () => {
  it('of ceilings and floors apart', () => {
    const { objectives, problems } = override({ BENCHLINE_MAX__CORE__DECODE__P95: '2ms', BENCHLINE_MIN__CORE__DECODE: '-50%' });
    expect(problems).toEqual([]);
    expect(objectives).toEqual([
      { ...ceiling, limit: 2_000_000, override: { variable: 'BENCHLINE_MAX__CORE__DECODE__P95', value: '2ms', configured: 1_000_000 } },
      { ...floor, limit: 40e6, override: { variable: 'BENCHLINE_MIN__CORE__DECODE', value: '-50%', configured: 80e6 } },
    ]);
  });

  it('of one objective that has a limit for each host class, in all classes', () => {
    const classes = [{ ...ceiling, hostClasses: ['a'] }, { ...ceiling, limit: 500, hostClasses: ['b'] }];
    expect(override({ BENCHLINE_MAX__CORE__DECODE: '+100%' }, classes).objectives.map(({ limit }) => limit)).toEqual([2_000_000, 1000]);
  });

  it('once, however often they are applied', () => {
    const env = { BENCHLINE_MAX__CORE__DECODE: '+100%' };
    const once = override(env);
    expect(override(env, once.objectives)).toEqual(once);
  });

  it('changes nothing where nothing is set, where it is empty or for others', () => {
    const env = { BENCHLINE_MAX__CORE__DECODE: '', BENCHLINE_MAX__OTHER__DECODE: 'rubbish', BENCHLINE_ROUNDS: '3' };
    expect(override(env)).toEqual({ objectives: [ceiling, floor], problems: [] });
  });

  it.each([
    ['a value without unit', { BENCHLINE_MAX__CORE__DECODE: '2' }, /"2" is no limit in the unit of time/, /such as 2ms.*\+15%/],
    ['a value of another kind', { BENCHLINE_MIN__CORE__DECODE: '2ms' }, /"2ms" is no limit in the unit of throughput/, /80MB\/s/],
    ['a percentage without sign', { BENCHLINE_MAX__CORE__DECODE: '15%' }, /"15%" is no limit/, /\+15%/],
    ['a name nobody has', { BENCHLINE_MAX__CORE__ENCODE: '2ms' }, /names no ceiling of project core/, /the ceilings are BENCHLINE_MAX__CORE__DECODE\./],
    ['a floor that is a ceiling', { BENCHLINE_MIN__CORE__DECODE__TIME: '2ms' }, /names no floor/, /BENCHLINE_MIN__CORE__DECODE\./],
    ['no benchmark', { BENCHLINE_MAX__CORE: '2ms' }, /names no ceiling/, /BENCHLINE_MAX__CORE__DECODE/],
    ['no project', { BENCHLINE_MAX__: '2ms' }, /names no ceiling/, /BENCHLINE_MAX__CORE__DECODE/],
    ['a limit that is set twice', { BENCHLINE_MAX__CORE__DECODE: '2ms', BENCHLINE_MAX__CORE__DECODE__P95: '3ms' }, /BENCHLINE_MAX__CORE__DECODE sets the same limit/, /Unset one/],
  ])('%s is a problem, with what to do', (_, env, problem, fix) => {
    expect(override(env).problems).toMatchObject([{ variable: Object.keys(env).at(-1), problem: expect.stringMatching(problem), fix: expect.stringMatching(fix) }]);
  });

  it.each([
    ['two statistics', [ceiling, { ...ceiling, statistic: 'median' }], /decode time \(p95\), decode time \(median\)/, 'Use BENCHLINE_MAX__CORE__DECODE__P95, BENCHLINE_MAX__CORE__DECODE__MEDIAN.'],
    ['names that come out alike', [ceiling, { ...ceiling, benchmark: 'de/code' }, { ...ceiling, benchmark: 'de_code' }], /de\/code time \(p95\), de_code time \(p95\)/, 'Their names come out alike in a variable: change the limit in the config.'],
  ] as [string, SloPolicy[], RegExp, string][])('%s: told as ambiguous', (_, objectives, problem, fix) => {
    const variable = objectives.length === 2 ? 'BENCHLINE_MAX__CORE__DECODE' : 'BENCHLINE_MAX__CORE__DE_CODE';
    expect(override({ [variable]: '2ms' }, objectives).problems).toEqual([{ variable, problem: expect.stringMatching(problem), fix }]);
  });
});

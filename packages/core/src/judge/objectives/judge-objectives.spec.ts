import type { SloPolicy } from '../../model/generated/types.js';
import validateSlo from '../../model/generated/validators/slo-result.js';
import { benchmarkOf, metricOf, reportOf, suiteOf } from '../testing/reports.js';
import { judgeObjectives } from './judge-objectives.js';

function withClass(declared: string | null) {
  const { provenance } = reportOf([]);
  return { ...provenance, host: { ...provenance.host, class: declared } };
}

const digest = `sha256:${'0'.repeat(64)}`;
const ceiling: SloPolicy = { suite: null, benchmark: '*', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 100, target: null, unit: 'ns', tolerance: 0.02, confident: false };
const floor: SloPolicy = { ...ceiling, metric: 'throughput', kind: 'floor', unit: 'B/s' };

function judge(values: readonly number[], objective: SloPolicy) {
  const parts = objective.kind === 'floor' ? ({ name: 'throughput', unit: 'B/s', direction: 'higher' } as const) : {};
  return judgeAll([benchmarkOf('a', [metricOf(values, parts)])], [objective]);
}

function judgeAll(benchmarks: Parameters<typeof suiteOf>[0], objectives: readonly SloPolicy[]) {
  const result = judgeObjectives({ report: reportOf([suiteOf(benchmarks)]), digest, objectives });
  expect({ valid: validateSlo(result), errors: validateSlo.errors }).toEqual({ valid: true, errors: null });
  return result;
}

describe('judgeObjectives', () => {
  it.each([
    { objective: ceiling, value: 80, verdict: 'pass', exitCode: 0, factor: 1.25, percent: 20 },
    { objective: ceiling, value: 100, verdict: 'pass', exitCode: 0, factor: 1, percent: 0 },
    { objective: ceiling, value: 101, verdict: 'warn', exitCode: 0, factor: 100 / 101, percent: -1 },
    { objective: ceiling, value: 102, verdict: 'warn', exitCode: 0, factor: 100 / 102, percent: -2 },
    { objective: ceiling, value: 103, verdict: 'fail', exitCode: 3, factor: 100 / 103, percent: -3 },
    { objective: floor, value: 120, verdict: 'pass', exitCode: 0, factor: 1.2, percent: 20 },
    { objective: floor, value: 98, verdict: 'warn', exitCode: 0, factor: 0.98, percent: -2 },
    { objective: floor, value: 97, verdict: 'fail', exitCode: 3, factor: 0.97, percent: -3 },
    { objective: { ...floor, tolerance: 0 }, value: 99.9, verdict: 'fail', exitCode: 3, factor: 0.999, percent: -0.1 },
  ] as const)('holds $value against a $objective.kind of 100: $verdict', ({ objective, value, verdict, exitCode, factor, percent }) => {
    const result = judge([value], objective);
    expect(result.objectives[0]).toMatchObject({ observed: value, verdict, margin: { factor: expect.closeTo(factor), percent: expect.closeTo(percent) } });
    expect(result.summary).toMatchObject({ verdict, exitCode });
    expect(result.findings.map(({ code }) => code)).toEqual(verdict === 'fail' ? ['BNL005'] : []);
  });

  it('tells whether the target is met', () => {
    expect(judge([150], { ...floor, target: 140 }).objectives[0]?.targetMet).toBe(true);
    expect(judge([150], { ...floor, target: 160 }).objectives[0]?.targetMet).toBe(false);
    expect(judge([150], floor).objectives[0]?.targetMet).toBeNull();
  });

  it('shows the interval of the rounds and does not let it decide', () => {
    const result = judge([90, 91, 92, 93, 94, 95, 96, 120], ceiling);
    expect(result.objectives[0]).toMatchObject({ verdict: 'pass', interval: { lower: 90, upper: 120, level: 0.95 } });
  });

  it.each([
    { name: 'the whole interval on the good side', values: [90, 91, 92, 93, 94, 95, 96, 97], verdict: 'pass', exitCode: 0 },
    { name: 'its worse end in the band', values: [90, 91, 92, 93, 94, 95, 96, 101], verdict: 'warn', exitCode: 0 },
    { name: 'its worse end beyond', values: [90, 91, 92, 93, 94, 95, 96, 120], verdict: 'fail', exitCode: 3 },
    { name: 'too few rounds', values: [90, 91, 92], verdict: 'unknown', exitCode: 2 },
  ])('judges a confident objective with $name as $verdict', ({ values, verdict, exitCode }) => {
    expect(judge(values, { ...ceiling, confident: true })).toMatchObject({ objectives: [{ verdict }], summary: { exitCode } });
  });

  it('has a row and a finding for an objective that matches nothing', () => {
    const result = judgeAll([benchmarkOf('a', [metricOf([1])])], [{ ...ceiling, benchmark: 'b*' }]);
    expect(result).toMatchObject({ objectives: [{ benchmark: 'b*', observed: null, verdict: 'unknown' }], findings: [{ code: 'BNL017', pointer: '/slo/0' }], summary: { exitCode: 2 } });
  });

  it('knows nothing of a benchmark that failed', () => {
    const result = judgeAll([benchmarkOf('a', [], { status: 'failed' }), benchmarkOf('b', [metricOf([50])])], [ceiling]);
    expect(result.objectives.map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([['a', 'unknown'], ['b', 'pass']]);
    expect(result.summary).toEqual({ counts: { pass: 1, warn: 0, fail: 0, unknown: 1 }, verdict: 'unknown', exitCode: 2 });
  });

  it('leaves alone what measures other metrics only', () => {
    const benchmarks = [benchmarkOf('a', [metricOf([50])]), benchmarkOf('b', [metricOf([50], { name: 'allocations', unit: 'count' })])];
    expect(judgeAll(benchmarks, [ceiling]).objectives.map(({ benchmark }) => benchmark)).toEqual(['a']);
  });

  it.each([
    { name: 'another unit', objective: { ...ceiling, unit: 'B' }, reason: 'The objective is in B, the metric in ns.' },
    { name: 'a statistic that is not there', objective: { ...ceiling, statistic: 'p99' }, reason: 'The measurement has no p99.' },
  ] as const)('does not guess across $name', ({ objective, reason }) => {
    expect(judge([50], objective).objectives[0]).toMatchObject({ verdict: 'unknown', reason });
  });

  it('lets a breach be outranked by what could not be checked', () => {
    const result = judgeAll([benchmarkOf('a', [metricOf([500])])], [ceiling, { ...ceiling, benchmark: 'none' }]);
    expect(result.summary).toMatchObject({ counts: { fail: 1, unknown: 1 }, exitCode: 2 });
  });

  it('does not fail a project without objectives', () => {
    expect(judgeAll([benchmarkOf('a', [metricOf([1])])], []).summary).toMatchObject({ verdict: 'unknown', exitCode: 0 });
  });

  it.each([
    { value: 10, verdict: 'pass' },
    { value: 11, verdict: 'warn' },
    { value: 100, verdict: 'warn' },
    { value: 101, verdict: 'warn' },
    { value: 103, verdict: 'fail' },
  ])('demands that a limit of 100 is met 10 times over: $value is $verdict', ({ value, verdict }) => {
    const result = judge([value], { ...ceiling, safetyMargin: 10 });
    expect(result.objectives[0]).toMatchObject({ verdict });
    if (value === 11) expect(result.objectives[0]?.reason).toBe('11.0 ns meets the ceiling of 100 ns 9.09 times over; the safety margin is 10 times.');
  });

  it.each([
    { objective: ceiling, value: 95, near: undefined },
    { objective: ceiling, value: 95.5, near: true },
    { objective: ceiling, value: 100, near: true },
    { objective: ceiling, value: 101, near: undefined },
    { objective: floor, value: 105, near: undefined },
    { objective: floor, value: 104, near: true },
  ] as const)('tells that $value is close to a $objective.kind of 100', ({ objective, value, near }) => {
    const result = judge([value], { ...objective, near: 0.05 });
    expect(result.objectives[0]?.near).toBe(near);
    expect(result.findings.filter(({ code }) => code === 'BNL042').map(({ level }) => level)).toEqual(near ? ['warning'] : []);
    expect(result.summary.exitCode).toBe(0);
  });

  it('checks an objective on the host classes it names alone', () => {
    const benchmarks = [benchmarkOf('a', [metricOf([50])])];
    const on = (declared: string | null, ...objectives: SloPolicy[]) => judgeObjectives({ report: reportOf([suiteOf(benchmarks)], { provenance: withClass(declared) }), digest, objectives });
    const [large, small] = [{ ...ceiling, hostClasses: ['ci-large*'] }, { ...ceiling, limit: 10, hostClasses: ['laptop', 'ci-small'] }];
    expect(on('ci-large-2', large, small)).toMatchObject({ objectives: [{ objective: 0, verdict: 'pass' }], summary: { exitCode: 0 }, findings: [{ code: 'BNL041', level: 'note' }] });
    expect(on('ci-small', large, small)).toMatchObject({ objectives: [{ objective: 1, verdict: 'fail' }], summary: { exitCode: 3 } });
    expect(on(null, large, ceiling)).toMatchObject({ objectives: [{ objective: 1 }], summary: { exitCode: 0 }, findings: [{ code: 'BNL041', level: 'warning' }] });
    expect(on(null, { ...ceiling, hostClasses: ['*'] })).toMatchObject({ objectives: [{ verdict: 'pass' }], findings: [] });
  });

  it('does not pass where every objective is for other machines', () => {
    const result = judge([50], { ...ceiling, hostClasses: ['ci-large'] });
    expect(result).toMatchObject({ objectives: [], summary: { verdict: 'unknown', exitCode: 2 }, findings: [{ code: 'BNL041', level: 'error' }] });
  });

  it('tells which limits the environment set', () => {
    const result = judge([150], { ...ceiling, limit: 200, override: { variable: 'BENCHLINE_MAX__CORE__A', value: '200 ns', configured: 100 } });
    expect(result).toMatchObject({ summary: { verdict: 'pass' }, findings: [{ code: 'BNL043', level: 'warning', what: 'BENCHLINE_MAX__CORE__A sets the limit of * time to 200 ns; configured is 100 ns.' }] });
  });

  it('gives the same bytes twice', () => {
    expect(JSON.stringify(judge([99, 98], ceiling))).toBe(JSON.stringify(judge([99, 98], ceiling)));
  });
});

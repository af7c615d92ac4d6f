import { compareReports } from '../compare/compare-reports.js';
import { judgeObjectives } from '../objectives/judge-objectives.js';
import { noisy, policy, sideOf } from '../testing/reports.js';
import { listDifferences } from './differences.js';
import { replayComparison } from './replay-comparison.js';
import { replaySlo } from './replay-slo.js';

const base = sideOf({ a: noisy(10, { centre: 100, cv: 0.02, seed: 1 }), b: [1], c: [3] });
const head = sideOf({ a: noisy(10, { centre: 130, cv: 0.02, seed: 2 }), b: [2], d: [4] });
const expired = { suite: null, benchmark: 'a', metric: null, warn: null, fail: 9, reason: 'r', expires: '2020-01-01', expired: true };
const written = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('replayComparison', () => {
  it.each([
    { name: 'a stored baseline', sameJob: false, mode: 'stored' },
    { name: 'two files', sameJob: false, mode: 'files' },
    { name: 'the same job', sameJob: true, mode: 'files' },
  ] as const)('finds nothing in an honest comparison of $name', ({ sameJob, mode }) => {
    const finding = { code: 'BNL014', level: 'warning', what: 'w', why: 'y', fix: 'f' } as const;
    const comparison = written(compareReports({ project: 'p', mode, base, head, policy: { ...policy, overrides: [expired] }, sameJob, findings: [finding] }));
    expect(comparison.findings.map(({ code }) => code)).toEqual(['BNL014', 'BNL018']);
    expect(replayComparison(comparison, { base, head, sameJob })).toEqual([]);
  });

  it('misses nothing that an older version did not record', () => {
    const comparison = written(compareReports({ project: 'p', mode: 'stored', base, head, policy, sameJob: false }));
    delete comparison.head.measurements;
    delete comparison.base!.measurements;
    expect(replayComparison(comparison, { base, head, sameJob: false })).toEqual([]);
    const forged = written(compareReports({ project: 'p', mode: 'stored', base, head, policy, sameJob: false }));
    forged.head.measurements![0]!.at = '2020-01-01T00:00:00Z';
    expect(replayComparison(forged, { base, head, sameJob: false })).toHaveLength(1);
  });

  it('replays a first comparison', () => {
    const comparison = written(compareReports({ project: 'p', mode: 'stored', base: null, head, policy, sameJob: false }));
    expect(replayComparison(comparison, { base: null, head, sameJob: false })).toEqual([]);
  });

  it('tells where a comparison of two jobs passes for one of the same, also where no grade shows it', () => {
    const summaries = { base: sideOf({ a: [1] }, { kind: 'summary' }), head: sideOf({ a: [2] }, { kind: 'summary' }) };
    const comparison = written(compareReports({ project: 'p', mode: 'files', ...summaries, policy: { ...policy, sameJobOnly: true }, sameJob: true }));
    expect(comparison.rows[0]?.verdict).toBe('regressed');
    expect(replayComparison(comparison, { ...summaries, sameJob: true })).toEqual([]);
    expect(replayComparison(comparison, { ...summaries, sameJob: false })).toContainEqual(expect.stringContaining('/rows/0/verdict: stored "regressed", computed "warn"'));
  });

  it('tells where a verdict was changed by hand', () => {
    const comparison = written(compareReports({ project: 'p', mode: 'stored', base, head, policy, sameJob: false }));
    comparison.rows[0] = { ...comparison.rows[0]!, verdict: 'unchanged' };
    comparison.summary.exitCode = 0;
    expect(replayComparison(comparison, { base, head, sameJob: false })).toEqual(['/rows/0/verdict: stored "unchanged", computed "regressed"', '/summary/exitCode: stored 0, computed 2']);
  });

  it('tells that the reports are others', () => {
    const comparison = written(compareReports({ project: 'p', mode: 'stored', base, head, policy, sameJob: false }));
    const other = { ...head, digests: [`sha256:${'7'.repeat(64)}`] };
    expect(replayComparison(comparison, { base, head: other, sameJob: false })).toEqual([expect.stringContaining('/head/digests/0')]);
    expect(replayComparison(comparison, { base, head: { ...head, reports: [] }, sameJob: false })).toHaveLength(1);
  });
});

describe('replaySlo', () => {
  const [report] = head.reports;
  const digest = `sha256:${'0'.repeat(64)}`;
  const objective = { suite: null, benchmark: 'a', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 100, target: null, unit: 'ns', tolerance: 0, confident: false } as const;

  it('finds nothing in an honest result and what was changed in another', () => {
    const result = written(judgeObjectives({ report: report!, digest, objectives: [objective] }));
    expect(replaySlo(result, report!, digest)).toEqual([]);
    result.summary.verdict = 'pass';
    expect(replaySlo(result, report!, digest)).toEqual(['/summary/verdict: stored "pass", computed "fail"']);
  });
});

describe('listDifferences', () => {
  it.each([
    { stored: { a: 1, b: 2 }, computed: { b: 2, a: 1 }, expected: [] },
    { stored: { 'a/~': 1 }, computed: {}, expected: ['/a~1~0: stored 1, computed nothing'] },
    { stored: [1], computed: { 0: 1 }, expected: ['/: stored [1], computed {"0":1}'] },
    { stored: JSON.parse('{"__proto__": 1}') as unknown, computed: {}, expected: ['/__proto__: stored 1, computed nothing'] },
  ])('holds $stored against $computed', ({ stored, computed, expected }) => {
    expect(listDifferences(stored, computed)).toEqual(expected);
  });

  it('lists fifty and counts the rest', () => {
    const many = (value: number): number[] => Array.from({ length: 60 }, () => value);
    expect(listDifferences(many(1), many(2)).slice(-1)).toEqual(['and 10 more']);
  });
});

import type { CriterionOutcome } from '../../model/generated/types.js';
import validateBaseline from '../../model/generated/validators/baseline.js';
import { compareReports } from '../compare/compare-reports.js';
import { judgeObjectives } from '../objectives/judge-objectives.js';
import { benchmarkOf, compared, host, metricOf, policy, reportOf, suiteOf } from '../testing/reports.js';
import { planPromotion, type PromotionQuestion } from './plan-promotion.js';

const sha = 'a'.repeat(40);
const commit = { sha, dirty: false, branch: 'main', mergeBase: null };
const report = reportOf([suiteOf([benchmarkOf('a', [metricOf([100])])])]);
const digest = `sha256:${'0'.repeat(64)}`;

const question: PromotionQuestion = {
  reports: [{ report, digest }],
  commit,
  defaultBranch: 'main',
  onDefaultBranch: true,
  slo: null,
  comparison: null,
  testsPassed: true,
  config: { directory: 'baselines', keep: 10, keepMonths: 12, defaultBranch: null, criteria: null },
  ci: true,
  reason: 'first baseline',
  by: 'someone',
  at: '2026-03-01T10:11:12.345Z',
  previous: null,
};

function plan(parts: Partial<PromotionQuestion> = {}) {
  return planPromotion({ ...question, ...parts });
}

function baseline(parts: Partial<PromotionQuestion> = {}) {
  const planned = plan(parts);
  if (!('baseline' in planned)) throw new Error(planned.findings.map(({ what }) => what).join('\n'));
  expect({ valid: validateBaseline(planned.baseline), errors: validateBaseline.errors }).toEqual({ valid: true, errors: null });
  return planned.baseline;
}

function failed(parts: Partial<PromotionQuestion>): CriterionOutcome['name'][] {
  const planned = plan(parts);
  if ('baseline' in planned) return [];
  expect(planned.findings.every(({ code }) => code === 'BNL006')).toBe(true);
  return planned.criteria.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}

const withReport = (parts: Partial<typeof report>) => ({ reports: [{ report: { ...report, ...parts }, digest }] });
const provenance = (parts: Partial<typeof report.provenance>) => withReport({ provenance: { ...report.provenance, ...parts } });

describe('planPromotion', () => {
  it('makes a baseline with its promotion record', () => {
    expect(baseline()).toMatchObject({
      id: '20260301T101112Z-aaaaaaaaaaaa-00000000',
      hostClass: host.fingerprint,
      fingerprint: host.fingerprint,
      promotion: { by: 'someone', at: '2026-03-01T10:11:12.345Z', reason: 'first baseline', commit },
      reports: [{ path: 'reports/0000000000000000.json', digest, runId: 'run' }],
      previous: null,
      held: false,
    });
    expect(baseline().promotion.criteria.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 7 }, () => 'met'));
  });

  it('names the declared host class', () => {
    expect(baseline(provenance({ host: { ...host, class: 'ci-large' } })).hostClass).toBe('ci-large');
  });

  it.each<{ name: string; parts: Partial<PromotionQuestion>; criteria: CriterionOutcome['name'][] }>([
    { name: 'no report', parts: { reports: [] }, criteria: ['measured'] },
    { name: 'nothing measured', parts: withReport({ suites: [suiteOf([])] }), criteria: ['measured'] },
    { name: 'a failed benchmark', parts: withReport({ suites: [suiteOf([benchmarkOf('a', [metricOf([1])]), benchmarkOf('b', [], { status: 'failed' })])] }), criteria: ['measured'] },
    { name: 'two host classes', parts: { reports: [...question.reports, ...provenance({ host: { ...host, class: 'other' } }).reports] }, criteria: ['measured'] },
    { name: 'another commit', parts: provenance({ commit: { ...commit, sha: 'b'.repeat(40) } }), criteria: ['same-commit'] },
    { name: 'another branch', parts: { onDefaultBranch: false }, criteria: ['default-branch'] },
    { name: 'an unknown branch', parts: { onDefaultBranch: null }, criteria: ['default-branch'] },
    { name: 'a tree dirty now', parts: { commit: { ...commit, dirty: true } }, criteria: ['clean-tree'] },
    { name: 'a tree dirty then', parts: provenance({ commit: { ...commit, dirty: true } }), criteria: ['clean-tree'] },
    { name: 'tests not attested', parts: { testsPassed: null }, criteria: ['tests-passed'] },
    { name: 'tests failed', parts: { testsPassed: false }, criteria: ['tests-passed'] },
  ])('refuses $name', ({ parts, criteria }) => {
    expect(failed(parts)).toEqual(criteria);
  });

  it('demands attested tests in CI only', () => {
    expect(baseline({ ci: false, testsPassed: null }).promotion.criteria.at(-1)).toMatchObject({ name: 'tests-passed', outcome: 'waived' });
  });

  it('demands what the config names', () => {
    const config = { ...question.config, criteria: ['clean-tree' as const] };
    expect(baseline({ config, onDefaultBranch: false, testsPassed: false }).promotion.criteria.filter(({ outcome }) => outcome === 'waived')).toHaveLength(4);
  });

  it('takes a report replayed from a cache for one of this commit', () => {
    const original = { createdAt: '2026-01-01T00:00:00Z', fingerprint: host.fingerprint, commit: 'b'.repeat(40) };
    expect(failed(provenance({ measured: 'replayed', original, commit: { ...commit, sha: 'b'.repeat(40) } }))).toEqual([]);
  });

  it('wants a reason', () => {
    expect(plan({ reason: '  ' })).toMatchObject({ findings: [{ what: expect.stringContaining('reason') }] });
  });

  const objective = { suite: null, benchmark: 'a', metric: 'time', statistic: 'median', kind: 'ceiling', target: null, unit: 'ns', tolerance: 0.5, confident: false } as const;

  it.each([
    { limit: 100, refused: [] },
    { limit: 90, refused: [] },
    { limit: 10, refused: ['objectives'] },
  ])('wants the objective of $limit met or nearly so', ({ limit, refused }) => {
    expect(failed({ slo: judgeObjectives({ report, digest, objectives: [{ ...objective, limit }] }) })).toEqual(refused);
  });

  it('wants the objectives checked on what is promoted', () => {
    expect(failed({ slo: judgeObjectives({ report, digest: `sha256:${'9'.repeat(64)}`, objectives: [{ ...objective, limit: 100 }] }) })).toEqual(['objectives']);
  });

  it.each([
    { before: 100, refused: [] },
    { before: 85, refused: [] },
    { before: 50, refused: ['no-regression'] },
  ])('wants no regression against $before', ({ before, refused }) => {
    const previous = baseline();
    const base = { ...compared(reportOf([suiteOf([benchmarkOf('a', [metricOf([before])])])])), baseline: previous.id };
    const head = { reports: [report], digests: [digest], baseline: null };
    const comparison = compareReports({ project: 'core', mode: 'stored', base, head, policy, sameJob: false });
    expect(failed({ previous, comparison })).toEqual(refused);
    expect(failed({ previous, comparison: { ...comparison, base: null } })).toEqual(['no-regression']);
    expect(failed({ previous, comparison: null })).toEqual(['no-regression']);
  });

  it('refers to the baseline it replaces', () => {
    const previous = baseline();
    const config = { ...question.config, criteria: [] };
    expect(baseline({ previous, config, at: '2026-04-01T00:00:00Z' }).previous).toBe(previous.id);
  });
});

import type { Comparison, ComparisonRow, Verdict } from '../../model/generated/types.js';
import { summarizeRows } from '../compare/summarize-rows.js';
import { describeSide } from '../compare/side.js';
import { judgeObjectives } from '../objectives/judge-objectives.js';
import { benchmarkOf, metricOf, policy, reportOf, sideOf, suiteOf } from '../testing/reports.js';
import type { SloPolicy } from '../../model/generated/types.js';
import type { AcceptedEntry } from './accept-regressions.js';
import { enforceObjectives } from './enforce-objectives.js';
import { judgeGate, type GateProject } from './judge-gate.js';

const side = describeSide(sideOf({ a: [1] }))!;
const commit = { sha: null, dirty: null, branch: null, mergeBase: null };

function row(verdict: Verdict, more: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    suite: 's', benchmark: 'b', metric: 'time', unit: 'ns', direction: 'lower', statistic: 'location', verdict, rule: 'threshold', reason: 'Alone.', grade: 'stored', base: null, head: null, ratio: 1.3, slowdown: 0.3,
    interval: null, p: null, thresholds: { warn: 0.1, fail: 0.25 }, floor: 0.05, detectable: 0.04, roundsNeeded: null, confirmation: 'none', differences: [], override: null, ...more,
  };
}

function project(rows: ComparisonRow[], more: Partial<GateProject> = {}): GateProject {
  const comparison: Comparison = { schemaVersion: 1, algorithm: 'judge/1', project: 'core', mode: 'stored', base: side, head: side, policy, rows, summary: summarizeRows(rows, policy), paired: null, findings: [] };
  return { project: 'core', comparison, slo: null, absence: null, raise: {}, inputs: [], ...more };
}

const entry = (more: Partial<AcceptedEntry> = {}): AcceptedEntry => ({ project: 'core', suite: null, benchmark: 'b', metric: null, limit: 0.35, reason: 'New checksum.', acceptedBy: 'ada', expires: '2026-12-31', ...more });

function judgeWith(entries: AcceptedEntry[], projects: GateProject[]) {
  return judgeGate({ projects, findings: [], commit, advisory: false, accepted: { entries, today: '2026-11-20', file: 'benchline.accepted.json' } });
}

describe('accepted regressions', () => {
  test('up to the limit a row is told with its verdict and fails nothing', () => {
    const { result, projects } = judgeWith([entry()], [project([row('regressed'), row('unchanged', { benchmark: 'c', slowdown: 0 })])]);
    expect(result.summary).toMatchObject({ status: 'pass', exitCode: 0, accepted: 1, counts: { unchanged: 1 } });
    expect(result.rows).toMatchObject([{ row: { verdict: 'regressed' }, accepted: { entry: 0, limit: 0.35, acceptedBy: 'ada' } }]);
    expect(projects[0]!.verdict).toBe('unchanged');
    expect(result.findings).toEqual([]);
  });

  test.each<[string, AcceptedEntry, ComparisonRow]>([
    ['beyond the limit', entry({ limit: 0.2 }), row('regressed')],
    ['of another project', entry({ project: 'web' }), row('regressed')],
    ['of another metric', entry({ metric: 'bytes' }), row('regressed')],
    ['of another suite', entry({ suite: 'x' }), row('regressed')],
    ['expired', entry({ expires: '2026-11-19' }), row('regressed')],
    ['beyond measure', entry(), row('regressed', { slowdown: null })],
  ])('%s it fails', (_name, accepted, slow) => {
    const { result } = judgeWith([accepted], [project([slow])]);
    expect(result.summary).toMatchObject({ exitCode: 3, accepted: 0, counts: { regressed: 1 } });
  });

  test('beyond the limit the row says what was accepted', () => {
    expect(judgeWith([entry({ limit: 0.2 })], [project([row('regressed')])]).result.rows[0]!.row.reason).toBe('Alone. Beyond what was accepted, 20 % (ada, until 2026-12-31).');
  });

  test('a reason as long as the artefact takes gives way to what is added', () => {
    const { reason } = judgeWith([entry({ limit: 0.2 })], [project([row('regressed', { reason: `${'x'.repeat(8190)}\ud83d\ude00` })])]).result.rows[0]!.row;
    expect(reason.length).toBeLessThanOrEqual(8192);
    expect(reason).toMatch(/x… Beyond what was accepted, 20 % \(ada, until 2026-12-31\)\.$/);
  });

  test.each<[Verdict, number]>([['missing', 2], ['failed', 4]])('what is %s cannot be accepted', (verdict, code) => {
    expect(judgeWith([entry({ benchmark: '*' })], [project([row(verdict, { metric: null, slowdown: null })])]).result.summary.exitCode).toBe(code);
  });

  test('of several entries the widest counts, and its last day is its own', () => {
    expect(judgeWith([entry({ limit: 0.1 }), entry({ expires: '2026-11-20' })], [project([row('regressed')])]).result.rows[0]!.accepted).toMatchObject({ entry: 1 });
  });

  test.each<[string, AcceptedEntry, string | null]>([
    ['that expired', entry({ expires: '2026-11-19' }), 'expired on 2026-11-19'],
    ['that nothing matches', entry({ benchmark: 'gone' }), 'matches no benchmark'],
    ['of what is not slower any more', entry({ benchmark: 'calm' }), 'covers nothing that is slower any more'],
    ['of a project that did not report', entry({ project: 'web' }), null],
  ])('an entry %s is a warning', (_name, one, problem) => {
    const { findings } = judgeWith([one], [project([row('unchanged', { benchmark: 'calm', slowdown: 0 })])]).result;
    expect(findings.map(({ code, level, what }) => [code, level, what])).toEqual(problem === null ? [] : [['BNL053', 'warning', `The accepted regression of core ${one.benchmark} ${problem}.`]]);
  });
});

test('a project that was not affected fails nothing and is counted apart', () => {
  const last = { from: 'baseline' as const, at: '2026-10-01T00:00:00Z', commit: null };
  const { result } = judgeWith([], [project([row('unchanged')]), { ...project([]), project: 'web', comparison: null, notAffected: { last } }]);
  expect(result.summary).toMatchObject({ projects: 1, notAffected: 1, exitCode: 0, counts: { unchanged: 1 } });
  expect(result.projects[1]).toMatchObject({ project: 'web', verdict: null, affected: false, last });
});

test('the artefact keeps the worst rows and says how many it left out', () => {
  const rows = Array.from({ length: 20_500 }, (_unused, index) => row(index === 20_400 ? 'regressed' : 'warn', { benchmark: `b${index}` }));
  const { result } = judgeWith([], [project(rows)]);
  expect(result.rows).toHaveLength(20_000);
  expect(result.omitted).toEqual({ rows: 500, objectives: 0, findings: 0 });
  expect(result.rows.some(({ row: { verdict } }) => verdict === 'regressed')).toBe(true);
  expect(result.summary.counts).toEqual({ regressed: 1, warn: 20_499 });
});

describe('reviewed objectives', () => {
  const objective: SloPolicy = { suite: null, benchmark: 'a', metric: 'time', statistic: 'median', kind: 'ceiling', limit: 900, target: null, unit: 'ns', tolerance: 0, confident: false };
  const report = { report: reportOf([suiteOf([benchmarkOf('a', [metricOf([1000])])])]), digest: `sha256:${'ab'.repeat(32)}` };
  const sloOf = (objectives: SloPolicy[]) => judgeObjectives({ ...report, objectives });

  test.each<[string, SloPolicy[]]>([
    ['left out', []],
    ['with a wider limit', [{ ...objective, limit: 2000 }]],
    ['with a tolerance', [{ ...objective, tolerance: 0.5 }]],
    ['for another benchmark', [{ ...objective, benchmark: 'b' }]],
    ['for other machines', [{ ...objective, hostClasses: ['other'] }]],
  ])('one %s is judged again', (_name, own) => {
    const { slo, loosened } = enforceObjectives({ slo: sloOf(own), report }, [objective]);
    expect(loosened).toHaveLength(1);
    expect(slo!.objectives.at(-1)!.verdict).toBe('fail');
    expect(enforceObjectives({ slo: sloOf(own), report: null }, [objective])).toMatchObject({ loosened: [], unjudgeable: [expect.stringContaining('is gone or looser')] });
    expect(enforceObjectives({ slo: sloOf(own), report: { ...report, digest: `sha256:${'cd'.repeat(32)}` } }, [objective]).unjudgeable).toHaveLength(1);
  });

  test('the same, and a stricter one, are left alone', () => {
    for (const own of [objective, { ...objective, limit: 800 }]) {
      const slo = sloOf([own]);
      expect(enforceObjectives({ slo, report: null }, [objective])).toEqual({ slo, loosened: [], unjudgeable: [] });
    }
  });
});

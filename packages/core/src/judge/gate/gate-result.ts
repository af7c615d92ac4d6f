import type { Comparison, ComparisonRow, GatedBase, GatedObjective, GatedProject, GatedRow, GateResult, GateSummary, Verdict } from '../../model/generated/types.js';
import { worstExitCode } from '../../model/worst.js';
import type { GateQuestion, JudgedGate, JudgedProject } from './judge-gate.js';
import { keepWorst } from './keep-worst.js';

/** The gate's version; a change that can change a verdict raises it. */
export const GATE_ALGORITHM = 'gate/2';

/** What the artefact holds at most: it must be read again within the limits of every artefact. */
const most = { rows: 20_000, objectives: 20_000, findings: 2000 };

type Judged = Omit<JudgedGate, 'result'>;

const quiet: ReadonlySet<Verdict> = new Set(['unchanged', 'new']);

/** A metric of which nobody said which way is better. */
function neverGates({ rule }: ComparisonRow): boolean {
  return rule === 'direction';
}

/** The artefact of what was judged: what changed, and the counts of the rest. */
export function gateResult(question: GateQuestion, gate: Judged, hypotheses: number): GateResult {
  const { commit, advisory, findings, policy } = question;
  const rows = keepWorst(rowsOf(gate), most.rows, ({ row }) => row);
  const objectives = keepWorst(objectivesOf(gate.projects), most.objectives, () => null);
  const told = [...findings].sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error')).slice(0, most.findings);
  const omitted = { rows: rows.left, objectives: objectives.left, findings: findings.length - told.length };
  return {
    schemaVersion: 1,
    algorithm: GATE_ALGORITHM,
    commit,
    advisory,
    ...(policy === undefined ? {} : { policy }),
    ...(omitted.rows + omitted.objectives + omitted.findings === 0 ? {} : { omitted }),
    projects: gate.projects.map(gatedProject),
    rows: rows.kept,
    objectives: objectives.kept,
    summary: summaryOf(question, gate, hypotheses),
    findings: findings.length === told.length ? [...findings] : told,
  };
}

function gatedProject({ project, verdict, slo, absence, comparison, exitCode, inputs, measured, policy, loosened, notAffected }: JudgedProject): GatedProject {
  const own = { project, verdict, objectives: slo?.summary.verdict ?? null, absence, benchmarks: benchmarksOf(comparison), exitCode, inputs: [...inputs], measured: measured ?? null, against: againstOf(comparison) };
  return { ...own, ...(policy && { policy }), ...(loosened && loosened.length > 0 && { loosened: loosened.slice(0, 100) }), ...(notAffected && { affected: false, last: notAffected.last }) };
}

function againstOf(comparison: Comparison | null): GatedBase | null {
  if (comparison === null || comparison.base === null) return null;
  const { mode, base } = comparison;
  return { mode, baseline: base.baseline, commit: base.commit };
}

function rowsOf({ projects, alone, accepted }: Judged): GatedRow[] {
  return projects.flatMap(({ project, comparison }) =>
    (comparison?.rows ?? []).flatMap((row) => {
      if ((quiet.has(row.verdict) && !alone.has(row)) || neverGates(row)) return [];
      const acceptance = accepted.get(row);
      return [{ project, alone: alone.get(row) ?? row.verdict, row, ...(acceptance && { accepted: acceptance }) }];
    }),
  );
}

function objectivesOf(projects: readonly JudgedProject[]): GatedObjective[] {
  return projects.flatMap(({ project, slo }) => (slo?.objectives ?? []).flatMap((row) => (row.verdict === 'pass' ? [] : [{ project, policy: slo?.policy[row.objective] ?? null, row }])));
}

function summaryOf({ findings, advisory }: GateQuestion, { projects, alone, accepted }: Judged, hypotheses: number): GateSummary {
  const isBroken = findings.some(({ level }) => level === 'error');
  const verdictCode = worstExitCode([...projects.map(({ exitCode }) => exitCode), isBroken ? 2 : 0]);
  const counts = countRows(projects, accepted);
  const objectives = countObjectives(projects);
  const isDoubtful = (counts['warn'] ?? 0) + (counts['missing'] ?? 0) + objectives.warn > 0 || findings.some(({ level }) => level === 'warning');
  const reached = projects.filter(({ notAffected }) => notAffected === undefined);
  return {
    status: verdictCode !== 0 ? 'fail' : isDoubtful ? 'warn' : 'pass',
    projects: reached.length,
    notAffected: projects.length - reached.length,
    benchmarks: projects.reduce((sum, { comparison }) => sum + benchmarksOf(comparison), 0),
    counts,
    accepted: accepted.size,
    ungated: projects.reduce((sum, { comparison }) => sum + (comparison?.rows.filter(neverGates).length ?? 0), 0),
    objectives,
    hypotheses,
    changed: alone.size,
    verdictCode,
    exitCode: advisory ? 0 : verdictCode,
  };
}

function benchmarksOf(comparison: Comparison | null): number {
  return new Set(comparison?.rows.map(({ suite, benchmark }) => JSON.stringify([suite, benchmark]))).size;
}

/** Rows by verdict, without those that never gate and those that were accepted; a project that did not report is a row too. */
function countRows(projects: readonly JudgedProject[], accepted: Judged['accepted']): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (verdict: Verdict): void => void (counts[verdict] = (counts[verdict] ?? 0) + 1);
  for (const { comparison, absence } of projects) {
    if (absence !== null) count('missing');
    else comparison?.rows.forEach((row) => void (neverGates(row) || accepted.has(row) || count(row.verdict)));
  }
  return counts;
}

function countObjectives(projects: readonly JudgedProject[]): GateSummary['objectives'] {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  for (const { slo } of projects) slo?.objectives.forEach(({ verdict }) => void (counts[verdict] += 1));
  return counts;
}

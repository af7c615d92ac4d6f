import type { Commit, Comparison, ComparisonRow, ExitCode, Finding, GatedBase, GatedMeasurement, GateInput, GateResult, GateSummary, SloResult, Verdict } from '../../model/generated/types.js';
import { exitCodeOf, worstExitCode } from '../../model/worst.js';
import { compareCodePoints } from '../code-point-order.js';
import { poolDiscoveries, type PooledComparisons } from './pool-discoveries.js';

/** The gate's version; a change that can change a verdict raises it. */
export const GATE_ALGORITHM = 'gate/1';

/** What one project handed in. */
export interface GateProject {
  readonly project: string;
  readonly comparison: Comparison | null;
  readonly slo: SloResult | null;
  /** Why there is nothing to judge, a sentence; null where there is. Such a project is `missing`. */
  readonly absence: string | null;
  /** The policy of a project that did not report; of the others their comparison's holds. */
  readonly raise: Readonly<Record<string, ExitCode>>;
  readonly inputs: readonly GateInput[];
  /** Of its report; null or absent: it handed none in. */
  readonly measured?: GatedMeasurement | null;
}

export interface GateQuestion {
  readonly projects: readonly GateProject[];
  /** What was found while collecting; an error among them is exit code 2. */
  readonly findings: readonly Finding[];
  readonly commit: Commit;
  /** Nothing fails the gate; what was found is told all the same. */
  readonly advisory: boolean;
}

/** A project once all were judged together. */
export interface JudgedProject extends GateProject {
  readonly verdict: Verdict | null;
  readonly exitCode: ExitCode;
}

export interface JudgedGate {
  readonly projects: readonly JudgedProject[];
  /** See PooledComparisons. */
  readonly alone: ReadonlyMap<ComparisonRow, Verdict>;
  /** The artefact: what changed, and the counts of the rest. */
  readonly result: GateResult;
}

/** Judges all projects together: one summary, one exit code, the worst. Pure: the same results give the same verdict, byte for byte. */
export function judgeGate(question: GateQuestion): JudgedGate {
  const given = [...question.projects].sort((a, b) => compareCodePoints(a.project, b.project));
  const comparisons = given.flatMap(({ comparison }) => comparison ?? []);
  const pooled = poolDiscoveries(comparisons);
  const again = new Map(comparisons.map((comparison, index) => [comparison, pooled.comparisons[index] ?? comparison]));
  const projects = given.map((one) => judged({ ...one, comparison: one.comparison === null ? null : (again.get(one.comparison) ?? one.comparison) }));
  return { projects, alone: pooled.alone, result: resultOf(question, projects, pooled) };
}

function judged(one: GateProject): JudgedProject {
  if (one.absence !== null) return { ...one, verdict: 'missing', exitCode: exitCodeOf('missing', one.raise) };
  const { comparison, slo } = one;
  return { ...one, verdict: comparison?.summary.verdict ?? null, exitCode: worstExitCode([comparison?.summary.exitCode ?? 0, slo?.summary.exitCode ?? 0]) };
}

/** A metric of which nobody said which way is better. */
function neverGates({ rule }: ComparisonRow): boolean {
  return rule === 'direction';
}

const quiet: ReadonlySet<Verdict> = new Set(['unchanged', 'new']);

function resultOf({ commit, advisory, findings }: GateQuestion, projects: readonly JudgedProject[], pooled: PooledComparisons): GateResult {
  return {
    schemaVersion: 1,
    algorithm: GATE_ALGORITHM,
    commit,
    advisory,
    projects: projects.map(({ project, verdict, slo, absence, comparison, exitCode, inputs, measured }) => ({
      project, verdict, objectives: slo?.summary.verdict ?? null, absence, benchmarks: benchmarksOf(comparison), exitCode, inputs: [...inputs], measured: measured ?? null, against: againstOf(comparison),
    })),
    rows: projects.flatMap(({ project, comparison }) =>
      (comparison?.rows ?? []).flatMap((row) => ((quiet.has(row.verdict) && !pooled.alone.has(row)) || neverGates(row) ? [] : [{ project, alone: pooled.alone.get(row) ?? row.verdict, row }])),
    ),
    objectives: projects.flatMap(({ project, slo }) =>
      (slo?.objectives ?? []).flatMap((row) => (row.verdict === 'pass' ? [] : [{ project, policy: slo?.policy[row.objective] ?? null, row }])),
    ),
    summary: summaryOf({ projects, findings, advisory, pooled }),
    findings: [...findings],
  };
}

function againstOf(comparison: Comparison | null): GatedBase | null {
  if (comparison === null || comparison.base === null) return null;
  const { mode, base } = comparison;
  return { mode, baseline: base.baseline, commit: base.commit };
}

function summaryOf({ projects, findings, advisory, pooled }: { projects: readonly JudgedProject[]; findings: readonly Finding[]; advisory: boolean; pooled: PooledComparisons }): GateSummary {
  const isBroken = findings.some(({ level }) => level === 'error');
  const verdictCode = worstExitCode([...projects.map(({ exitCode }) => exitCode), isBroken ? 2 : 0]);
  const counts = countRows(projects);
  const objectives = countObjectives(projects);
  const isDoubtful = (counts['warn'] ?? 0) + (counts['missing'] ?? 0) + objectives.warn > 0 || findings.some(({ level }) => level === 'warning');
  return {
    status: verdictCode !== 0 ? 'fail' : isDoubtful ? 'warn' : 'pass',
    projects: projects.length,
    benchmarks: projects.reduce((sum, { comparison }) => sum + benchmarksOf(comparison), 0),
    counts,
    ungated: projects.reduce((sum, { comparison }) => sum + (comparison?.rows.filter(neverGates).length ?? 0), 0),
    objectives,
    hypotheses: pooled.hypotheses,
    changed: pooled.alone.size,
    verdictCode,
    exitCode: advisory ? 0 : verdictCode,
  };
}

function benchmarksOf(comparison: Comparison | null): number {
  return new Set(comparison?.rows.map(({ suite, benchmark }) => JSON.stringify([suite, benchmark]))).size;
}

/** Rows by verdict, without those that never gate; a project that did not report is a row too. */
function countRows(projects: readonly JudgedProject[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (verdict: Verdict): void => void (counts[verdict] = (counts[verdict] ?? 0) + 1);
  for (const { comparison, absence } of projects) {
    if (absence !== null) count('missing');
    else comparison?.rows.forEach((row) => void (neverGates(row) || count(row.verdict)));
  }
  return counts;
}

function countObjectives(projects: readonly JudgedProject[]): GateSummary['objectives'] {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  for (const { slo } of projects) slo?.objectives.forEach(({ verdict }) => void (counts[verdict] += 1));
  return counts;
}

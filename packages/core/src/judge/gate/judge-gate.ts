import type { Commit, Comparison, ComparisonRow, ExitCode, Finding, GatedAcceptance, GatedMeasurement, GatedProject, GateInput, GatePolicy, GateResult, LastNumber, SloResult, Verdict } from '../../model/generated/types.js';
import { exitCodeOf, worstExitCode } from '../../model/worst.js';
import { compareCodePoints } from '../code-point-order.js';
import { summarizeRows } from '../compare/summarize-rows.js';
import { acceptRegressions, type Acceptance, type AcceptedList } from './accept-regressions.js';
import { addNote } from './add-note.js';
import { gateResult } from './gate-result.js';
import { poolDiscoveries } from './pool-discoveries.js';

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
  /** Stored verdicts of the rows that a reviewed policy gave another one. */
  readonly alone?: ReadonlyMap<ComparisonRow, Verdict>;
  readonly policy?: NonNullable<GatedProject['policy']>;
  /** In what its comparison's policy is looser than the reviewed one. */
  readonly loosened?: readonly string[];
  /** Of a project that the change does not reach and that handed nothing in: its last number, null where none is known. Absent: it had to report, or did. */
  readonly notAffected?: { readonly last: LastNumber | null };
}

export interface GateQuestion {
  readonly projects: readonly GateProject[];
  /** What was found while collecting; an error among them is exit code 2. */
  readonly findings: readonly Finding[];
  readonly commit: Commit;
  /** Nothing fails the gate; what was found is told all the same. */
  readonly advisory: boolean;
  /** Where the policy came from. */
  readonly policy?: GatePolicy;
  readonly accepted?: AcceptedList | null;
}

/** A project once all were judged together. */
export interface JudgedProject extends GateProject {
  /** Without rows that were accepted. */
  readonly verdict: Verdict | null;
  readonly exitCode: ExitCode;
}

export interface JudgedGate {
  readonly projects: readonly JudgedProject[];
  /** Stored verdicts of the rows that have another one now. */
  readonly alone: ReadonlyMap<ComparisonRow, Verdict>;
  /** Rows that are slower and fail nothing. */
  readonly accepted: ReadonlyMap<ComparisonRow, GatedAcceptance>;
  /** The artefact: what changed, and the counts of the rest. */
  readonly result: GateResult;
}

/** Judges all projects together: one summary, one exit code, the worst. Pure: the same results give the same verdict, byte for byte. */
export function judgeGate(question: GateQuestion): JudgedGate {
  const given = [...question.projects].sort((a, b) => compareCodePoints(a.project, b.project));
  const pooled = poolTogether(given);
  const comparisons = pooled.projects.flatMap(({ comparison }) => comparison ?? []);
  const acceptance = acceptRegressions(comparisons, question.accepted ?? { entries: [], today: '', file: '' });
  const told = withReasons(pooled, acceptance.beyond);
  const projects = told.projects.map((one) => judged(one, acceptance));
  const gate = { projects, alone: told.alone, accepted: acceptance.accepted };
  return { ...gate, result: gateResult({ ...question, findings: [...question.findings, ...acceptance.findings] }, gate, pooled.hypotheses) };
}

interface Pooled {
  readonly projects: readonly GateProject[];
  readonly alone: ReadonlyMap<ComparisonRow, Verdict>;
  readonly hypotheses: number;
}

/** Rows keep their order, so that each one's stored verdict is found again. */
function poolTogether(given: readonly GateProject[]): Pooled {
  const comparisons = given.flatMap(({ comparison }) => comparison ?? []);
  const pooled = poolDiscoveries(comparisons);
  const again = new Map(comparisons.map((comparison, index) => [comparison, pooled.comparisons[index] ?? comparison]));
  const alone = new Map<ComparisonRow, Verdict>();
  const projects = given.map((one) => {
    if (one.comparison === null) return one;
    const comparison = again.get(one.comparison) ?? one.comparison;
    comparison.rows.forEach((row, index) => {
      const before = one.comparison?.rows[index];
      const stored = (before && one.alone?.get(before)) ?? pooled.alone.get(row);
      if (stored !== undefined && stored !== row.verdict) alone.set(row, stored);
    });
    return { ...one, comparison };
  });
  return { projects, alone, hypotheses: pooled.hypotheses };
}

/** Rows with something to add to their reason. */
function withReasons({ projects, alone }: Pooled, notes: ReadonlyMap<ComparisonRow, string>): Pick<Pooled, 'projects' | 'alone'> {
  if (notes.size === 0) return { projects, alone };
  const kept = new Map(alone);
  const noted = (row: ComparisonRow): ComparisonRow => {
    const note = notes.get(row);
    if (note === undefined) return row;
    const told = { ...row, reason: addNote(row.reason, note) };
    const stored = alone.get(row);
    if (stored !== undefined) kept.set(told, stored);
    return told;
  };
  return { alone: kept, projects: projects.map((one) => (one.comparison === null ? one : { ...one, comparison: { ...one.comparison, rows: one.comparison.rows.map(noted) } })) };
}

function judged(one: GateProject, { accepted }: Acceptance): JudgedProject {
  if (one.notAffected !== undefined) return { ...one, verdict: null, exitCode: 0 };
  if (one.absence !== null) return { ...one, verdict: 'missing', exitCode: exitCodeOf('missing', one.raise) };
  const { comparison, slo } = one;
  const { verdict, exitCode } = comparison === null ? { verdict: null, exitCode: 0 as const } : withoutAccepted(comparison, accepted);
  return { ...one, verdict, exitCode: worstExitCode([exitCode, slo?.summary.exitCode ?? 0]) };
}

function withoutAccepted(comparison: Comparison, accepted: Acceptance['accepted']): { verdict: Verdict; exitCode: ExitCode } {
  const rows = comparison.rows.filter((row) => !accepted.has(row));
  if (rows.length === comparison.rows.length) return comparison.summary;
  return rows.length === 0 ? { verdict: 'unchanged', exitCode: 0 } : summarizeRows(rows, comparison.policy);
}

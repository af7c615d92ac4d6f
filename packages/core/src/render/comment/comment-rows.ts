import { formatChange, formatShare, type ComparisonRow, type GateResult, type Verdict } from '../../model/index.js';
import { acceptanceNote } from '../gate-projects.js';
import { acceptedLook } from '../gate-words.js';
import { createRowName, metricText, nothing, rowNote, rowText } from '../row-text.js';
import { sloRowText } from '../slo-words.js';
import { sloLooks, verdictLooks, type VerdictLook } from '../verdict-look.js';
import { claimOf, type Claim } from './claim.js';

/** One row of the comment's table of benchmarks; unescaped. */
export interface CommentRow {
  look: VerdictLook;
  project: string;
  /** The benchmark; '' stands for the whole project. */
  name: string;
  /** '' where the benchmark is meant as a whole. */
  metric: string;
  base: string;
  head: string;
  change: string;
  interval: string;
  /** Of the interval, a share; null where there is none. */
  level: number | null;
  /** "10 % / 25 %": it warns above the first and fails above the second. */
  thresholds: string;
  note: string | null;
  claim: Claim | null;
  /** Whether it stands in the open table; the others are folded away. */
  isLoud: boolean;
}

/** One objective that does not pass; unescaped. */
export interface ObjectiveRow {
  look: VerdictLook;
  project: string;
  name: string;
  metric: string;
  limit: string;
  observed: string;
  margin: string;
  note: string | null;
}

const loud: ReadonlySet<Verdict> = new Set(['failed', 'regressed', 'missing', 'warn']);

/** Rows worst first; within a verdict the largest slowdown first. */
export function commentRows(gate: GateResult, head: string | null): CommentRow[] {
  const bases = new Map(gate.projects.map(({ project, against }) => [project, against?.commit.sha ?? null]));
  const nameOf = namesByProject(gate);
  const sorted = [...gate.rows].sort((a, b) => verdictLooks[a.row.verdict].order - verdictLooks[b.row.verdict].order || worseOf(b.row) - worseOf(a.row));
  const rows = sorted.map(({ project, row, accepted }) => ({
    look: accepted === undefined ? verdictLooks[row.verdict] : acceptedLook,
    project,
    name: nameOf(project, row),
    metric: row.metric === null ? '' : metricText(row, 'median'),
    ...rowText(row),
    interval: intervalText(row),
    level: row.interval?.level ?? null,
    thresholds: row.thresholds === null ? nothing : range([formatShare(row.thresholds.warn), formatShare(row.thresholds.fail)], ' / '),
    note: accepted === undefined ? rowNote(row) : acceptanceNote(accepted),
    claim: claimOf({ row, base: bases.get(project) ?? null, head }),
    isLoud: accepted === undefined && loud.has(row.verdict),
  }));
  return [...absentRows(gate), ...rows];
}

function absentRows({ projects }: GateResult): CommentRow[] {
  const empty = { base: nothing, head: nothing, change: nothing, interval: nothing, level: null, thresholds: nothing, claim: null };
  return projects.flatMap(({ project, absence, verdict, exitCode, affected }) =>
    absence === null || verdict === null || affected === false ? [] : [{ ...empty, look: verdictLooks[verdict], project, name: '', metric: '', note: absence, isLoud: loud.has(verdict) || exitCode !== 0 }]);
}

export function objectiveRows(gate: GateResult): ObjectiveRow[] {
  const nameOf = namesByProject(gate);
  const sorted = [...gate.objectives].sort((a, b) => sloLooks[a.row.verdict].order - sloLooks[b.row.verdict].order);
  return sorted.map(({ project, policy, row }) => {
    const { limit, observed, margin, metric } = sloRowText({ ...row, objective: 0 }, policy === null ? [] : [policy]);
    return { look: sloLooks[row.verdict], project, name: nameOf(project, row), metric, limit, observed, margin, note: row.reason };
  });
}

type Named = { suite: string | null; benchmark: string };

/** Names within each project; with their suite only where it tells two apart. */
function namesByProject({ rows, objectives }: GateResult): (project: string, row: Named) => string {
  const named = new Map<string, Named[]>();
  for (const { project, row } of [...rows, ...objectives]) named.set(project, [...(named.get(project) ?? []), row]);
  const namers = new Map([...named].map(([project, of]) => [project, createRowName(of)]));
  return (project, row) => namers.get(project)?.(row) ?? row.benchmark;
}

function worseOf({ slowdown, verdict }: ComparisonRow): number {
  return (verdict === 'improved' ? -1 : 1) * (slowdown ?? 0);
}

function intervalText({ interval }: ComparisonRow): string {
  if (interval === null) return nothing;
  const bound = (value: number | null): string => (value === null ? '?' : formatChange(value));
  return range([bound(interval.lower), bound(interval.upper)], ' … ');
}

/** "10 / 25 %": a sign that both have stands once. */
function range([from, to]: readonly [string, string], between: string): string {
  return `${from.endsWith(' %') && to.endsWith(' %') ? from.slice(0, -2) : from}${between}${to}`;
}

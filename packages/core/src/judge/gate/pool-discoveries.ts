import type { Comparison, ComparisonRow, Verdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.js';
import { summarizeRows } from '../compare/summarize-rows.js';
import { FALSE_FAILURES, FALSE_WARNINGS } from '../decision-constants.js';
import { addNote } from './add-note.js';

/** Comparisons whose rows were judged together, and what that changed. */
export interface PooledComparisons {
  /** In the order given; where no verdict changed, the very comparison that was given. */
  readonly comparisons: readonly Comparison[];
  /** The verdict of the project's own comparison, of each row that has another one now. */
  readonly alone: ReadonlyMap<ComparisonRow, Verdict>;
  /** Rows over which false discoveries were controlled. */
  readonly hypotheses: number;
}

interface Hypothesis {
  readonly comparison: Comparison;
  readonly row: ComparisonRow;
}

/**
 * Judges again which slowdowns are real, with false discoveries controlled over all comparisons together (Benjamini and Hochberg 1995) at the levels of one
 * comparison: 1 % of what fails, 5 % of what warns. A hypothesis is a row whose rule tests (`rank`, `paired`); one without a p-value counts with p = 1.
 *
 * Milder: among many quiet projects a slowdown that is no longer proven fails no more; it warns if that is still proven, else it is inconclusive.
 * Stricter: beside many proven slowdowns one that was open or warned is proven too, under the limits that held for its row. Never stricter: a row of an unstable run, a
 * failure that fresh rounds refuted, a baseline that may only warn, and paired rows beyond a warning, since nobody confirmed them. `improved` and
 * `unchanged` stay: neither rests on the p-value that is stored. One comparison alone keeps every verdict.
 */
export function poolDiscoveries(comparisons: readonly Comparison[]): PooledComparisons {
  const family = comparisons.flatMap((comparison) => comparison.rows.filter(isTested).map((row): Hypothesis => ({ comparison, row })));
  const p = family.map(({ row }) => row.p ?? 1);
  const failProven = benjaminiHochberg(p, FALSE_FAILURES);
  const slowProven = benjaminiHochberg(p, FALSE_WARNINGS);
  const judged = new Map<ComparisonRow, ComparisonRow>();
  const alone = new Map<ComparisonRow, Verdict>();
  family.forEach((hypothesis, index) => {
    const verdict = verdictOf(hypothesis, { fails: failProven[index] === true, warns: slowProven[index] === true });
    if (verdict === hypothesis.row.verdict) return;
    const changed = withVerdict(hypothesis.row, verdict, family.length);
    judged.set(hypothesis.row, changed);
    alone.set(changed, hypothesis.row.verdict);
  });
  return { comparisons: comparisons.map((comparison) => withRows(comparison, judged)), alone, hypotheses: family.length };
}

function isTested({ rule }: ComparisonRow): boolean {
  return rule === 'rank' || rule === 'paired';
}

interface Proofs {
  readonly fails: boolean;
  readonly warns: boolean;
}

function verdictOf({ comparison, row }: Hypothesis, { fails, warns }: Proofs): Verdict {
  if (row.verdict === 'regressed') return fails ? 'regressed' : warns ? 'warn' : 'inconclusive';
  if (row.verdict === 'warn') return fails && mayFail(comparison, row) ? 'regressed' : warns ? 'warn' : 'inconclusive';
  if (row.verdict !== 'inconclusive' || comparison.paired?.unstable === true) return row.verdict;
  if (fails && mayFail(comparison, row)) return 'regressed';
  return warns && isBeyond(row, 'warn') ? 'warn' : 'inconclusive';
}

function isBeyond({ slowdown, thresholds }: ComparisonRow, limit: 'warn' | 'fail'): boolean {
  return slowdown !== null && thresholds !== null && slowdown > 0 && slowdown >= thresholds[limit];
}

/** Whether a row may become a failure by the evidence of others: large enough, beyond the floor, of a kind that may fail. */
function mayFail({ policy }: Comparison, row: ComparisonRow): boolean {
  const capped = policy.sameJobOnly && row.grade !== 'same-host';
  return row.rule === 'rank' && !capped && isBeyond(row, 'fail') && (row.interval?.lower ?? -1) > (row.floor ?? 0);
}

const proofs: Partial<Record<Verdict, string>> = {
  regressed: `proven with at most ${formatShare(FALSE_FAILURES)} of false failures`,
  warn: `proven with at most ${formatShare(FALSE_WARNINGS)} of false warnings`,
};

function withVerdict(row: ComparisonRow, verdict: Verdict, hypotheses: number): ComparisonRow {
  const note = `Judged with all projects (${hypotheses} rows): ${proofs[verdict] ?? 'not proven'}; ${row.verdict} when judged alone.`;
  return { ...row, verdict, reason: addNote(row.reason, note) };
}

function withRows(comparison: Comparison, judged: ReadonlyMap<ComparisonRow, ComparisonRow>): Comparison {
  const rows = comparison.rows.map((row) => judged.get(row) ?? row);
  if (rows.every((row, index) => row === comparison.rows[index])) return comparison;
  return { ...comparison, rows, summary: summarizeRows(rows, comparison.policy) };
}

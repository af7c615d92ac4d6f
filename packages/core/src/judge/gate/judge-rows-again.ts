import type { Comparison, ComparisonPolicy, ComparisonRow, Thresholds, Verdict } from '../../model/generated/types.js';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.js';
import { exactLimits } from '../compare/pair-up.js';
import { createRowPolicy, type RowPolicy } from '../compare/row-policy.js';
import { FALSE_FAILURES, FALSE_WARNINGS } from '../decision-constants.js';
import { thresholdVerdict } from '../rules/threshold.js';
import { latticeVerdict } from '../verdict-lattice.js';
import type { RowsAgain } from './enforce-policy.js';

/** Judges the rows of a comparison of stored rounds or of two files under another policy, from what the rows hold. Rows of other rules (missing, not comparable) stay. */
export function judgeRowsAgain({ rows }: Comparison, policy: ComparisonPolicy): RowsAgain {
  const ranked = rows.filter(({ rule }) => rule === 'rank');
  const p = ranked.map((row) => row.p ?? 1);
  const proven = (level: number): ReadonlySet<ComparisonRow> => {
    const flags = benjaminiHochberg(p, level);
    return new Set(ranked.filter((_, index) => flags[index] === true));
  };
  const context: Context = { policy, rowPolicy: createRowPolicy(policy), fails: proven(FALSE_FAILURES), warns: proven(FALSE_WARNINGS) };
  return { rows: rows.map((row) => [row, judgeAgain(row, context)] as const) };
}

interface Context {
  readonly policy: ComparisonPolicy;
  readonly rowPolicy: RowPolicy;
  readonly fails: ReadonlySet<ComparisonRow>;
  readonly warns: ReadonlySet<ComparisonRow>;
}

function judgeAgain(row: ComparisonRow, context: Context): ComparisonRow {
  if (row.metric === null || row.thresholds === null || row.slowdown === null) return row;
  if (row.rule !== 'rank' && row.rule !== 'threshold' && row.rule !== 'exact') return row;
  const thresholds = thresholdsOf({ ...row, metric: row.metric }, context);
  const found = row.rule === 'rank' ? rankVerdict({ ...row, slowdown: row.slowdown }, thresholds, { fails: context.fails.has(row), warns: context.warns.has(row) }) : thresholdVerdict(1 + row.slowdown, thresholds);
  const capped = found === 'regressed' && row.rule !== 'exact' && context.policy.sameJobOnly && row.grade !== 'same-host';
  return { ...row, thresholds, verdict: capped ? 'warn' : found };
}

function thresholdsOf(row: ComparisonRow & { metric: string }, { policy, rowPolicy }: Context): Thresholds {
  const usual = policy.statistic === 'p95' || policy.statistic === 'p99' ? policy.tail : policy.stored;
  return rowPolicy.thresholds(row.rule === 'exact' ? exactLimits(policy) : usual, rowPolicy.override({ ...row, metric: row.metric }));
}

/** As the rank rule decides. Whether a change is small enough for the narrower limits is read from the interval that is shown, which is a little wider than the rule's. */
function rankVerdict(row: ComparisonRow & { slowdown: number }, { warn, fail }: Thresholds, proofs: { fails: boolean; warns: boolean }): Verdict {
  if (row.verdict === 'improved') return 'improved';
  const floor = row.floor ?? 0;
  const lower = row.interval?.lower ?? -1;
  const upper = row.interval?.upper ?? Infinity;
  const isStillSmall = row.thresholds !== null && warn >= row.thresholds.warn;
  const equivalent = row.verdict === 'unchanged' && (isStillSmall || ((1 + upper) * (1 + floor) < 1 + warn && (1 + lower) / (1 + floor) > 1 / (1 + warn)));
  const evidence = { estimate: Math.log1p(row.slowdown), failProven: proofs.fails && lower > floor, slowProven: proofs.warns, fastProven: false, equivalent };
  return latticeVerdict(evidence, { warn: Math.log1p(warn), fail: Math.log1p(fail), detect: Math.log1p(warn) });
}

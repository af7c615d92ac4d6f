import { createLimitFormat } from '../../model/format-limit.js';
import type { Metric, SloPolicy, SloRow, SloVerdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { ROUNDING } from '../decision-constants.js';

/** An error budget, judged. */
export type BudgetOutcome = Pick<SloRow, 'verdict' | 'reason'> & { share: NonNullable<SloRow['share']> };

/**
 * Whether more than the budgeted share of samples lies above the limit. A report holds percentiles and no samples, so the share is known to lie between
 * two of them: where the p99 misses the limit and the p95 meets it, between 1 % and 5 %. Whole inside the budget: pass; beyond it and its
 * tolerance: fail. Where the percentiles cannot tell: warn, or unknown if the objective is to be met with confidence.
 */
export function judgeBudget(metric: Metric, objective: SloPolicy, budget: number): BudgetOutcome {
  const share = shareBeyond(metric, objective.limit);
  const verdict = verdictOn(share, objective, budget);
  return { share, verdict, reason: reasonOf({ share, verdict, budget }, objective) };
}

/** Of the samples of all rounds, the share above a limit: at least `lower`, at most `upper`. */
export function shareBeyond({ summary }: Metric, limit: number): { lower: number; upper: number } {
  // What each of these numbers leaves above itself.
  const known = [{ above: 1, value: summary.min }, { above: 0.5, value: summary.p50 }, { above: 0.05, value: summary.p95 }, { above: 0.01, value: summary.p99 }, { above: 0, value: summary.max }];
  const rounding = Math.abs(limit) * ROUNDING;
  const missing = known.filter(({ value }) => value !== null && value > limit + rounding).map(({ above }) => above);
  const meeting = known.filter(({ value }) => value !== null && value <= limit + rounding).map(({ above }) => above);
  const upper = missing.includes(1) ? 1 : Math.min(1, ...meeting);
  return { lower: Math.min(upper, Math.max(0, ...missing)), upper };
}

function verdictOn({ lower, upper }: BudgetOutcome['share'], { tolerance, confident }: SloPolicy, budget: number): SloVerdict {
  if (upper <= budget) return 'pass';
  if (lower > 0 && lower >= budget) return lower >= budget * (1 + tolerance) ? 'fail' : 'warn';
  return confident || upper - lower > WIDEST ? 'unknown' : 'warn';
}

/** Where only the median is known the share lies between 0 and 50 %: that tells nothing of a budget. */
const WIDEST = 0.45;

function reasonOf({ share, verdict, budget }: { share: BudgetOutcome['share']; verdict: SloVerdict; budget: number }, { limit, unit, tolerance }: SloPolicy): string {
  const { lower, upper } = share;
  const where = `above ${createLimitFormat(limit, unit)(limit)}`;
  const allowed = `the budget is ${formatShare(budget)}`;
  if (verdict === 'pass') return `At most ${formatShare(upper)} of the samples lie ${where}; ${allowed}.`;
  if (verdict === 'fail') return `At least ${formatShare(lower)} of the samples lie ${where}; ${allowed}.`;
  const between = `Between ${formatShare(lower)} and ${formatShare(upper)} of the samples lie ${where}; ${allowed}`;
  if (lower > 0 && lower >= budget) return `${between}, with a tolerance of ${formatShare(tolerance)}.`;
  return `${between}, and the report's percentiles cannot tell more.`;
}

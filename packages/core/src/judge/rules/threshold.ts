import type { ComparisonRow, Thresholds, Verdict } from '../../model/generated/types.js';
import { beyond, describeWorsening } from '../change-wording.js';
import { changeOf, slowdownOf } from '../compare/change.js';
import { estimateOf, rowOf, type Pairing, type RowParts } from '../compare/pairing.js';
import { statisticName } from '../compare/statistic.js';
import { ROUNDING } from '../decision-constants.js';

/**
 * The plain rule for what has too few rounds to tell noise from change: above the warn limit warn, above the fail limit fail; exactly at a limit is
 * not above it. Its `unchanged` says only that no limit was passed.
 */
export function judgeThreshold(pairing: Pairing): ComparisonRow {
  return rowOf(pairing, { ...compareValues(pairing, 'threshold only, nothing tells noise from change'), rule: 'threshold' });
}

/** Holds the change of the two sides' values against the limits; `note` ends the reason. */
export function compareValues(pairing: Pairing, note: string): Omit<RowParts, 'rule'> {
  const { statistic, thresholds, mayFail } = pairing;
  const base = estimateOf(pairing.base, statistic);
  const head = estimateOf(pairing.head, statistic);
  const direction = pairing.head[0]?.metric.direction ?? 'lower';
  const { ratio, worsening } = base === null || head === null ? { ratio: null, worsening: null } : changeOf(base.value, head.value, direction);
  const values = { base, head, ratio, slowdown: slowdownOf(worsening) };
  if (worsening === null) return { ...values, verdict: 'inconclusive', reason: 'The two values have no ratio.' };
  const verdict = thresholdVerdict(worsening, thresholds);
  const capped = verdict === 'regressed' && !mayFail;
  const cap = capped ? '; the policy lets a baseline of another job warn at most' : '';
  const reason = `${describeAgainstLimits(worsening, thresholds)} (${statisticName(statistic)}; ${note})${cap}.`;
  return { ...values, verdict: capped ? 'warn' : verdict, reason };
}

/** The verdict on a worsening factor. Improvement is the mirror image of a warning. */
export function thresholdVerdict(worsening: number, { warn, fail }: Thresholds): Verdict {
  if (isBeyond(worsening, fail)) return 'regressed';
  if (isBeyond(worsening, warn)) return 'warn';
  return isBeyond(1 / worsening, warn) ? 'improved' : 'unchanged';
}

function isBeyond(factor: number, limit: number): boolean {
  return factor > (1 + limit) * (1 + ROUNDING);
}

/** "12.3 % worse, above the warn limit of 10 %". */
export function describeAgainstLimits(worsening: number, thresholds: Thresholds): string {
  const change = describeWorsening(worsening);
  const start = change.charAt(0).toUpperCase() + change.slice(1);
  if (isBeyond(worsening, thresholds.fail)) return `${start}, ${beyond('fail', thresholds)}`;
  if (isBeyond(worsening, thresholds.warn)) return `${start}, ${beyond('warn', thresholds)}`;
  return `${start}, within the limits`;
}

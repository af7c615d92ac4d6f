import type { Thresholds } from '../model/generated/types.js';
import { formatChange, formatShare } from '../model/share.js';

/** A worsening factor in words: "12.3 % worse", "4.0 % better", "no change". */
export function describeWorsening(worsening: number): string {
  if (!Number.isFinite(worsening)) return 'worse beyond measure (from zero)';
  const change = worsening >= 1 ? worsening - 1 : 1 - worsening;
  const text = formatChange(change);
  if (Number.parseFloat(text) === 0) return 'no change';
  return `${text.replace('+', '')} ${worsening > 1 ? 'worse' : 'better'}`;
}

/** "above the fail limit of 25 %" and the like. */
export function beyond(limit: keyof Thresholds, thresholds: Thresholds): string {
  return `above the ${limit} limit of ${formatShare(thresholds[limit])}`;
}

/** A log interval of the change as shares: "+2.1 % to +7.4 %"; an unknown bound is open. */
export function describeInterval(lower: number, upper: number): string {
  return `${boundText(lower)} to ${boundText(upper)}`;
}

function boundText(log: number): string {
  return Number.isFinite(log) ? formatChange(Math.expm1(log)) : 'unknown';
}

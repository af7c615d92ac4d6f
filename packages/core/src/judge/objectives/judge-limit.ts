import { createLimitFormat } from '../../model/format-limit.js';
import type { SloPolicy, SloRow, SloVerdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { ROUNDING } from '../decision-constants.js';

/** A value held against an objective's limit. */
export interface LimitOutcome {
  verdict: SloVerdict;
  reason: string;
  /** It passes, and by less than the objective's `near`. */
  isNear: boolean;
}

/**
 * On the good side of the limit pass, inside the tolerance band beyond it warn, further fail. What passes by less than the safety margin is a
 * warning too. `described` says what the value is: "1.20 ms", or "The worse end of the 95 % interval, 1.30 ms,".
 */
export function judgeLimit(value: number, objective: SloPolicy, described: string): LimitOutcome {
  const plain = verdictOn(value, objective);
  const factor = marginOf(value, objective)?.factor ?? null;
  const demanded = objective.safetyMargin ?? 1;
  const isUnsafe = plain === 'pass' && factor !== null && factor < demanded * (1 - ROUNDING);
  const isNear = plain === 'pass' && !isUnsafe && isClose(value, objective);
  const reason = isUnsafe ? unsafe({ described, factor, demanded }, objective) : reasonOf(described, plain, objective);
  return { verdict: isUnsafe ? 'warn' : plain, reason, isNear };
}

/** How far a value lies on the good side of the limit. */
export function marginOf(observed: number, { kind, limit }: SloPolicy): SloRow['margin'] {
  if (limit === 0) return null;
  const factor = kind === 'floor' ? observed / limit : limit / observed;
  return { factor: Number.isFinite(factor) ? factor : null, percent: (distanceOf(observed, { kind, limit }) / Math.abs(limit)) * 100 };
}

function distanceOf(value: number, { kind, limit }: Pick<SloPolicy, 'kind' | 'limit'>): number {
  return kind === 'floor' ? value - limit : limit - value;
}

function verdictOn(value: number, { kind, limit, tolerance }: SloPolicy): SloVerdict {
  // The rounding keeps a value that equals the limit on paper on the good side of it.
  const distance = distanceOf(value, { kind, limit });
  const rounding = Math.abs(limit) * ROUNDING;
  if (distance >= -rounding) return 'pass';
  return distance >= -Math.abs(limit) * tolerance - rounding ? 'warn' : 'fail';
}

function isClose(value: number, { kind, limit, near = 0 }: SloPolicy): boolean {
  return near > 0 && distanceOf(value, { kind, limit }) < Math.abs(limit) * near * (1 - ROUNDING);
}

function unsafe({ described, factor, demanded }: { described: string; factor: number; demanded: number }, { kind, limit, unit }: SloPolicy): string {
  const against = `the ${kind} of ${createLimitFormat(limit, unit)(limit)}`;
  return `${described} meets ${against} ${Number(factor.toPrecision(3))} times over; the safety margin is ${demanded} times.`;
}

function reasonOf(described: string, verdict: SloVerdict, { kind, limit, tolerance, unit }: SloPolicy): string {
  const against = `the ${kind} of ${createLimitFormat(limit, unit)(limit)}`;
  if (verdict === 'pass') return `${described} meets ${against}.`;
  const band = tolerance === 0 ? '' : verdict === 'warn' ? `, inside the tolerance of ${formatShare(tolerance)}` : ` and its tolerance of ${formatShare(tolerance)}`;
  return `${described} misses ${against}${band}.`;
}

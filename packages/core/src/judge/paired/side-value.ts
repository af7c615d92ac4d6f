import type { Estimate, PairedSeries, Round, Side } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';

/** One side's number over the rounds that were judged: the median of what is followed; null where there is none. */
export function sideValue(rounds: readonly Round[], read: (round: Round) => number | null): Estimate | null {
  const values = rounds.map(read).filter((value) => value !== null);
  if (values.length === 0) return null;
  return { value: median(values), rounds: rounds.length, observations: rounds.reduce((sum, { n }) => sum + n, 0) };
}

/** A side's first `limit` rounds and its confirming ones. The control arm may have blocks of its own, with base rounds that say nothing about head. */
export function judgedRounds({ rounds, confirmation }: PairedSeries, side: Side, limit = Number.POSITIVE_INFINITY): Round[] {
  const shared = new Set(rounds.filter((round) => round.side === 'head').map(({ block }) => block));
  const own = rounds.filter((round) => round.side === side && (shared.size === 0 || shared.has(round.block)));
  return [...own.slice(0, limit), ...confirmation.filter((round) => round.side === side)];
}

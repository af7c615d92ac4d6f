import type { Estimate, PairedSeries, Round, Side } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';

/** One side's number over the rounds that were judged: the median of what is followed; null where there is none. */
export function sideValue(rounds: readonly Round[], read: (round: Round) => number | null): Estimate | null {
  const values = rounds.map(read).filter((value) => value !== null);
  if (values.length === 0) return null;
  return { value: median(values), rounds: rounds.length, observations: rounds.reduce((sum, { n }) => sum + n, 0) };
}

/** A side's first `limit` rounds and its confirming ones. */
export function judgedRounds({ rounds, confirmation }: PairedSeries, side: Side, limit = Number.POSITIVE_INFINITY): Round[] {
  const own = (list: readonly Round[]): Round[] => list.filter((round) => round.side === side);
  return [...own(rounds).slice(0, limit), ...own(confirmation)];
}

import type { ComparisonPolicy, PairedSeries, Round, Side, Statistic, Thresholds } from '../../model/generated/types.js';
import type { RowPolicy } from '../compare/row-policy.js';
import { PAIRED_FLOOR, TAIL_FLOOR } from '../decision-constants.js';
import type { LogLimits } from '../verdict-lattice.js';

/** One question asked of one series: has its centre, or its tail, become worse? Each is a hypothesis of its own. */
export interface Track {
  /** Index into the series judged. */
  readonly series: number;
  /** location for the centre; p95 or p99, as the policy names it, for the tail. */
  readonly statistic: Statistic;
  readonly thresholds: Thresholds;
  readonly override: number | null;
  readonly limits: LogLimits;
  /** Noise floor, log. */
  readonly floor: number;
  /** From a profile, a share; null without one. */
  readonly calibratedFloor: number | null;
}

/**
 * What is followed of each series. The centre always: the mean of the fastest share repeats best. The tail, as the mean of each round's
 * slowest 20 %, only where the policy asks for p95 or p99; a quantile of all iterations would need far more rounds. Where the
 * tail is not asked for, a tail-only slowdown of noticeable size still keeps the centre from being called unchanged, since the mean
 * over all iterations has to be unchanged too. Other statistics that a policy may name are for comparisons without rounds to rank.
 */
export function tracksOf(series: readonly PairedSeries[], judged: readonly number[], { policy, rows }: { policy: ComparisonPolicy; rows: RowPolicy }): Track[] {
  const tail = tailStatistic(policy);
  return judged.flatMap((index) => {
    const one = series[index];
    if (one === undefined) return [];
    const centre = trackOf(one, { series: index, statistic: 'location' }, { policy, rows });
    return tail === null || !hasTail(one) ? [centre] : [centre, trackOf(one, { series: index, statistic: tail }, { policy, rows })];
  });
}

/** The size looked for is `detect`; the decision limit is half of it, since a limit at the size itself would catch it every other time. */
function trackOf(one: PairedSeries, what: Pick<Track, 'series' | 'statistic'>, { policy, rows }: { policy: ComparisonPolicy; rows: RowPolicy }): Track {
  const isTail = what.statistic !== 'location';
  const detect = isTail ? policy.tail.warn : policy.paired.detect;
  const override = rows.override(one);
  const thresholds = rows.thresholds({ warn: detect / 2, fail: isTail ? policy.tail.fail : policy.paired.fail }, override);
  const calibratedFloor = rows.floor(one);
  const limits = { warn: Math.log1p(thresholds.warn), fail: Math.log1p(thresholds.fail), detect: Math.log1p(Math.max(detect, 2 * thresholds.warn)) };
  return { ...what, thresholds, override, limits, floor: Math.log1p(Math.max(isTail ? TAIL_FLOOR : PAIRED_FLOOR, calibratedFloor ?? 0)), calibratedFloor };
}

/** The statistic whose row the tail gets; null where the policy does not ask for one. */
export function tailStatistic({ statistic }: ComparisonPolicy): 'p95' | 'p99' | null {
  return statistic === 'p95' || statistic === 'p99' ? statistic : null;
}

/** Whether every round has its single iterations' tail. */
export function hasTail({ rounds }: PairedSeries): boolean {
  return rounds.length > 0 && rounds.every(({ tail }) => tail !== null && tail > 0);
}

/** The number of a round that a track follows, in the metric's unit. */
export function followed(round: Round, { statistic }: Pick<Track, 'statistic'>): number | null {
  return statistic === 'location' ? round.location : round.tail;
}

/** Whether a series has rounds of a side. */
export function hasSide({ rounds }: PairedSeries, side: Side): boolean {
  return rounds.some((round) => round.side === side);
}

import type { ComparisonRow, PairedSeries } from '../../model/generated/types.js';
import { createShift, type ShiftInterval } from '../../stats/shift.js';
import { logBlocks, type LogBlocks } from './log-blocks.js';
import { CONFIRMATION_P, type Look } from './look-plan.js';
import { followed, type Track } from './track.js';

/** Fewest fresh rounds a side that can get below the p asked for: 1 / C(6, 3) is just 0.05, 1 / C(8, 4) is 0.014. */
const LEAST_ROUNDS = 4;

/** What fresh rounds say of a failure. Too few of them leave it unconfirmed: a failure that nobody disproved. */
export function confirmFailure(series: PairedSeries, track: Track): Exclude<ComparisonRow['confirmation'], 'none'> {
  const fresh = freshBlocks(series, track);
  if (fresh === null || fresh.rounds < LEAST_ROUNDS) return 'unconfirmed';
  const shift = createShift(fresh.blocks);
  return shift.pGreater(track.floor) < CONFIRMATION_P && shift.estimate >= track.limits.warn ? 'confirmed' : 'refuted';
}

/** Estimate and interval over the rounds judged and the fresh ones together. */
export function pooledEstimate(series: PairedSeries, track: Track, look: Look): { estimate: number; interval: ShiftInterval } | null {
  const read = reader(track);
  const judged = logBlocks({ rounds: series.rounds, direction: series.direction, read, limit: look.rounds });
  const fresh = freshBlocks(series, track);
  if (judged === null) return null;
  const shift = createShift([...judged.blocks, ...(fresh?.blocks ?? [])]);
  return { estimate: shift.estimate, interval: shift.interval(look.level) };
}

function freshBlocks(series: PairedSeries, track: Track): LogBlocks | null {
  return logBlocks({ rounds: series.confirmation, direction: series.direction, read: reader(track), limit: Number.POSITIVE_INFINITY });
}

function reader(track: Track): Parameters<typeof logBlocks>[0]['read'] {
  return (round) => followed(round, track);
}

import type { PairedSeries } from '../../model/generated/types.js';
import { lookAdjustedP } from '../../stats/alpha-spending.js';
import { robustScaleWithin } from '../../stats/robust-scale.js';
import { createShift, type ShiftInterval } from '../../stats/shift.js';
import { logBlocks } from './log-blocks.js';
import type { Look } from './look-plan.js';
import { followed, type Track } from './track.js';

/** What one look at one track saw; logarithms, above 0 is worse. */
export interface LookEvidence {
  readonly estimate: number;
  /** At the look's level. */
  readonly interval: ShiftInterval;
  /** One-sided against the noise floor, divided by the look's part of the budget. */
  readonly pSlower: number;
  readonly pFaster: number;
  /** Whether the change, wherever it lies in its interval, is smaller than `detect`, and that of the run means too. */
  readonly equivalent: boolean;
  /** The centres agree within `detect`, the plain means of the rounds do not: a few slow iterations keep it open. */
  readonly meansDiffer: boolean;
  /** Robust standard deviation of what keeps it open, within its block: of the rounds' centres, or of their means. */
  readonly sigma: number;
  readonly rounds: number;
}

/** Looks at a track; null when there is nothing to compare. */
export function lookAt(series: PairedSeries, track: Track, look: Look): LookEvidence | null {
  const question = { rounds: series.rounds, direction: series.direction, limit: look.rounds };
  const data = logBlocks({ ...question, read: (round) => followed(round, track) });
  if (data === null) return null;
  const shift = createShift(data.blocks);
  const { detect } = track.limits;
  const inside = ({ lower, upper }: ShiftInterval): boolean => lower > -detect && upper < detect;
  const centreInside = inside(shift.interval(look.equivalenceLevel));
  // A round without a mean is a tool's summary: its location is all that is known of it.
  const means = centreInside && track.statistic === 'location' ? logBlocks({ ...question, read: (round) => round.mean }) : null;
  const meansDiffer = means !== null && !inside(createShift(means.blocks).interval(look.equivalenceLevel));
  return {
    estimate: shift.estimate,
    interval: shift.interval(look.level),
    pSlower: lookAdjustedP(shift.pGreater(track.floor), look.share, 1),
    pFaster: lookAdjustedP(shift.pLess(-track.floor), look.share, 1),
    equivalent: centreInside && !meansDiffer,
    meansDiffer,
    sigma: robustScaleWithin((meansDiffer ? means : data).blocks.flatMap(({ a, b }) => [a, b])),
    rounds: data.rounds,
  };
}

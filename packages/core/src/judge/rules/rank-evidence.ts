import { minimumDetectableEffect, roundsNeeded } from '../../stats/detectable-effect.js';
import { robustScaleWithin } from '../../stats/robust-scale.js';
import { createShift, type Shift } from '../../stats/shift.js';
import { studentTCdf } from '../../stats/student-t.js';
import type { Pairing } from '../compare/pairing.js';
import type { Measured } from '../compare/side.js';
import { EQUIVALENCE_ERROR, JOBS_FOR_SPREAD, LEVEL, PAIRED_FLOOR, STORED_FLOOR } from '../decision-constants.js';
import { jobSpread, type JobSpread } from './job-spread.js';

/** What rounds measured in different jobs say about a change; logarithms, above 0 is worse. */
export interface RankEvidence {
  readonly pairing: Pairing;
  readonly estimate: number;
  /** At `LEVEL`, widened by what jobs of the baseline differ, where that is known. */
  readonly lower: number;
  readonly upper: number;
  /** Noise floor, log. It stands for the spread between jobs where that is unknown. */
  readonly floor: number;
  /** One-sided, against a change of at most the floor, and of at least minus the floor. */
  readonly pSlower: number;
  readonly pFaster: number;
  /** Whether the change, wherever it lies, is smaller than `detect`, also with the spread between jobs. */
  readonly equivalent: boolean;
  readonly detectable: number;
  /** What no number of rounds takes away: the floor, or how far a further job may lie from the baseline's. */
  readonly slack: number;
  /** Rounds a side that would settle the row if it stays open; more than there are. null where no number of rounds would. */
  readonly roundsNeeded: number | null;
  readonly jobs: number;
}

/** Natural logarithms of the rounds' locations, turned so that more is worse; null when one is not above 0. */
export function logRounds(jobs: readonly Measured[]): number[][] | null {
  const logs = jobs.map(({ metric }) => metric.rounds.map(({ location }) => (metric.direction === 'higher' ? -Math.log(location) : Math.log(location))));
  return logs.every((job) => job.length > 0 && job.every(Number.isFinite)) ? logs : null;
}

/** Log values of both sides, one list a job. */
export interface LogSides {
  readonly base: number[][];
  readonly head: number[][];
}

/** Weighs base against head; `detect` is the change looked for, log. */
export function weighRanks(pairing: Pairing, { base, head }: LogSides, detect: number): RankEvidence {
  const before = base.flat();
  const after = head.flat();
  const shift = createShift([{ a: before, b: after }]);
  const spread = jobSpread(base);
  const floor = floorOf(pairing, base.length);
  const bounds = widened(shift, spread, LEVEL);
  const sigma = robustScaleWithin([...base, ...head]);
  const slack = spread === null ? floor : spread.halfWidth(LEVEL);
  const { pSlower, pFaster } = pValues(shift, spread, floor);
  const rounds = Math.min(before.length, after.length);
  return {
    pairing,
    estimate: shift.estimate,
    lower: bounds.lower,
    upper: bounds.upper,
    floor,
    pSlower,
    pFaster,
    equivalent: isEquivalent(shift, { spread, floor, detect }),
    detectable: minimumDetectableEffect(sigma, rounds) + slack,
    slack,
    roundsNeeded: roundsToSettle({ size: Math.abs(shift.estimate), sigma, rounds, spread, slack, detect }),
    jobs: base.length,
  };
}

interface OpenRow {
  /** Of the estimate, whichever way; log. */
  readonly size: number;
  readonly sigma: number;
  readonly rounds: number;
  readonly spread: JobSpread | null;
  readonly slack: number;
  readonly detect: number;
}

/**
 * Rounds a side that would settle an open row: those that show a change of `detect`. Where there are as many already, the estimate lies near a limit, and must become
 * more certain than that; what lies within the noise between jobs of it stays open, whatever is measured.
 */
function roundsToSettle({ size, sigma, rounds, spread, slack, detect }: OpenRow): number | null {
  if (detect <= slack) return null;
  const usual = roundsNeeded(sigma, detect - slack);
  if (usual > rounds) return usual;
  // A change proven by jobs that are known to differ hangs on the jobs, not on the rounds.
  const proof = spread === null ? size - slack : 0;
  const room = size < detect ? detect - slack - size : proof;
  return room > 0 ? Math.max(roundsNeeded(sigma, room), rounds + 1) : null;
}

/** From eight baseline jobs on their own spread is the error term; before, a floor stands for it. */
function floorOf({ calibratedFloor }: Pairing, jobs: number): number {
  return Math.log1p(Math.max(calibratedFloor ?? 0, jobs >= JOBS_FOR_SPREAD ? PAIRED_FLOOR : STORED_FLOOR));
}

function widened(shift: Shift, spread: JobSpread | null, level: number): { lower: number; upper: number } {
  const { lower, upper } = shift.interval(level);
  if (spread === null) return { lower, upper };
  const half = spread.halfWidth(level);
  // Too few rounds for ranks: the prediction from the baseline's jobs alone still bounds the change.
  const from = (bound: number): number => (Number.isFinite(bound) ? bound : shift.estimate);
  return { lower: from(lower) - half, upper: from(upper) + half };
}

function pValues(shift: Shift, spread: JobSpread | null, floor: number): { pSlower: number; pFaster: number } {
  if (spread === null) return { pSlower: shift.pGreater(floor), pFaster: shift.pLess(-floor) };
  const { error, jobs } = spread;
  // Jobs that agree to the last digit have no error; any distance is then beyond chance.
  const beyond = (distance: number): number => studentTCdf(-distance / Math.max(error, Number.EPSILON), jobs - 1);
  return { pSlower: beyond(shift.estimate - floor), pFaster: beyond(-shift.estimate - floor) };
}

function isEquivalent(shift: Shift, { spread, floor, detect }: { spread: JobSpread | null; floor: number; detect: number }): boolean {
  const { lower, upper } = widened(shift, spread, 1 - 2 * EQUIVALENCE_ERROR);
  const slack = spread === null ? floor : 0;
  return upper + slack < detect && lower - slack > -detect;
}

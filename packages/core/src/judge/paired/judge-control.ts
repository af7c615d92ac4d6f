import type { PairedRun, PairedSeries } from '../../model/generated/types.js';
import { binomialInterval } from '../../stats/binomial-interval.js';
import { median } from '../../stats/descriptive.js';
import { nullScale, scaleOfFloor, shiftError } from '../noise-floor.js';
import { followTracks, type Standing } from './follow-tracks.js';
import type { Look } from './look-plan.js';
import { hasSide, type Track } from './track.js';

/** Controls from which on their false alarms can speak against the whole run, and the share of them that does. */
const CONTROLS_FOR_STABILITY = 20;
const TOLERATED_SHARE = 1 / 50;
const TOLERATED_SCALES = 2;
const LEVEL = 0.95;

export type ControlStanding = Pick<PairedRun, 'control' | 'unstable'>;

/**
 * Judges the second build of the base as if it were head: whatever is flagged there is a false alarm. The count is printed with its exact
 * interval. The run is unstable, and its failures inconclusive, when of at least twenty controls more than one in fifty is
 * flagged, or they scatter more than twice as much as the profile says of this machine.
 */
export function judgeControl(series: readonly PairedSeries[], tracks: readonly Track[], looks: readonly Look[]): ControlStanding {
  const arms = series.map(asHead);
  const controlled = tracks.filter(({ series: index }) => arms[index] !== null && arms[index] !== undefined);
  const standings = followTracks(arms.map((arm, index) => arm ?? series[index]).filter((arm) => arm !== undefined), controlled, looks).filter(({ evidence }) => evidence !== null);
  if (standings.length === 0) return { control: null, unstable: false };
  const judged = standings.length;
  const flagged = standings.filter(({ verdict }) => verdict === 'regressed' || verdict === 'warn').length;
  const unstable = judged >= CONTROLS_FOR_STABILITY && (flagged / judged > TOLERATED_SHARE || scattersTooMuch(standings));
  return { control: { judged, flagged, interval: { ...binomialInterval(flagged, judged, LEVEL), level: LEVEL } }, unstable };
}

/** The control's rounds in head's place, against the base's of the same blocks; null for a series without them. */
function asHead(series: PairedSeries): PairedSeries | null {
  if (!hasSide(series, 'control')) return null;
  const blocks = new Set(series.rounds.filter(({ side }) => side === 'control').map(({ block }) => block));
  const rounds = series.rounds.filter(({ side, block }) => side !== 'head' && blocks.has(block)).map((round) => (round.side === 'control' ? { ...round, side: 'head' as const } : round));
  return { ...series, rounds, confirmation: [] };
}

function scattersTooMuch(standings: readonly Standing[]): boolean {
  const calibrated = standings.filter(({ track }) => track.calibratedFloor !== null);
  if (calibrated.length < CONTROLS_FOR_STABILITY) return false;
  const estimates = calibrated.map(({ evidence }) => evidence?.estimate ?? 0);
  const errors = calibrated.map(({ evidence }) => (evidence === null ? 0 : shiftError(evidence.sigma, evidence.rounds)));
  const expected = median(calibrated.map(({ track }) => scaleOfFloor(track.calibratedFloor ?? 0)));
  return nullScale(estimates, errors) > TOLERATED_SCALES * expected;
}

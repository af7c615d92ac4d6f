import type { PairedSeries } from '../../model/generated/types.js';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.js';
import { FALSE_FAILURES, FALSE_WARNINGS } from '../decision-constants.js';
import { latticeVerdict, type StatisticalVerdict } from '../verdict-lattice.js';
import { lookAt, type LookEvidence } from './look-evidence.js';
import type { Look } from './look-plan.js';
import type { Track } from './track.js';

/** Where a track stands after the looks taken. */
export interface Standing {
  readonly track: Track;
  /** Of the latest look that saw something new; null: nothing could be compared. */
  readonly evidence: LookEvidence | null;
  /** The look it belongs to. */
  readonly look: Look | null;
  /** Smallest look-adjusted p so far. */
  readonly pSlower: number;
  readonly pFaster: number;
  readonly verdict: StatisticalVerdict;
  /** No further look can change it. */
  readonly decided: boolean;
}

/**
 * Takes the looks one after another. At each, false discoveries are controlled over all tracks on the smallest look-adjusted p-values so far, with
 * their number fixed from the start; a track that is decided keeps its verdict, whatever is measured later. Decided are regressed, improved,
 * unchanged, and a warning whose estimate stays below the fail limit. A look that brought a track no new rounds is none.
 */
export function followTracks(series: readonly PairedSeries[], tracks: readonly Track[], looks: readonly Look[]): Standing[] {
  let standings: Standing[] = tracks.map((track) => ({ track, evidence: null, look: null, pSlower: 1, pFaster: 1, verdict: 'inconclusive', decided: false }));
  for (const look of looks) standings = judgeLook(standings.map((standing) => (standing.decided ? standing : looked(standing, series, look))));
  return standings;
}

function looked(standing: Standing, series: readonly PairedSeries[], look: Look): Standing {
  const one = series[standing.track.series];
  const evidence = one === undefined ? null : lookAt(one, standing.track, look);
  if (evidence === null || evidence.rounds <= (standing.evidence?.rounds ?? 0)) return standing;
  return { ...standing, evidence, look, pSlower: Math.min(standing.pSlower, evidence.pSlower), pFaster: Math.min(standing.pFaster, evidence.pFaster) };
}

function judgeLook(standings: readonly Standing[]): Standing[] {
  const slower = standings.map(({ pSlower }) => pSlower);
  const failProven = benjaminiHochberg(slower, FALSE_FAILURES);
  const slowProven = benjaminiHochberg(slower, FALSE_WARNINGS);
  const fastProven = benjaminiHochberg(standings.map(({ pFaster }) => pFaster), FALSE_WARNINGS);
  return standings.map((standing, index) => {
    const { decided, evidence, track } = standing;
    if (decided || evidence === null) return standing;
    const { estimate, equivalent } = evidence;
    const proofs = { failProven: failProven[index] === true, slowProven: slowProven[index] === true, fastProven: fastProven[index] === true };
    const verdict = latticeVerdict({ estimate, equivalent, ...proofs }, track.limits);
    return { ...standing, verdict, decided: isDecisive(verdict, estimate, track) };
  });
}

function isDecisive(verdict: StatisticalVerdict, estimate: number, { limits }: Track): boolean {
  if (verdict === 'inconclusive') return false;
  // A warning that may yet prove to be a failure goes on.
  return verdict !== 'warn' || estimate < limits.fail;
}

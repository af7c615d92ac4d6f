import type { Verdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { minimumDetectableEffect } from '../../stats/detectable-effect.js';
import type { ShiftInterval } from '../../stats/shift.js';
import { beyond, describeInterval, describeWorsening } from '../change-wording.js';
import type { Standing } from './follow-tracks.js';
import type { Outcome } from './paired-row.js';
import { roundsToSettle } from './rounds-to-settle.js';

interface Shown {
  readonly unstable: boolean;
  readonly estimate: number | null;
  readonly interval: ShiftInterval | null;
}

/** Why a paired row has its verdict: one sentence with the change, its interval, and what proved it. */
export function pairedReason(standing: Standing, { verdict, confirmation }: Outcome, { unstable, estimate, interval }: Shown): string {
  if (estimate === null || interval === null) return 'No block has rounds of both sides.';
  const change = describeWorsening(Math.exp(estimate));
  const start = `${change.charAt(0).toUpperCase()}${change.slice(1)} (interval ${describeInterval(interval.lower, interval.upper)}, ${standing.evidence?.rounds ?? 0} rounds a side)`;
  if (unstable && standing.verdict === 'regressed') return `${start}: would have failed, but the control arm shows that this run is unstable.`;
  if (confirmation === 'refuted') return `${start}: ${proofOf(standing, 'regressed')}; fresh rounds did not confirm it.`;
  const confirmed = { none: '', refuted: '', confirmed: '; confirmed by fresh rounds', unconfirmed: '; not confirmed, no fresh rounds were measured' }[confirmation];
  return `${start}: ${proofOf(standing, verdict)}${confirmed}.`;
}

function proofOf({ track, evidence, pSlower }: Standing, verdict: Verdict): string {
  const { thresholds, limits } = track;
  const floor = formatShare(Math.expm1(track.floor));
  switch (verdict) {
    case 'regressed':
      return `more than the noise floor of ${floor}, and ${beyond('fail', thresholds)}`;
    case 'warn':
      return `more than the noise floor of ${floor}, and ${beyond('warn', thresholds)}`;
    case 'improved':
      return `better by more than the noise floor of ${floor}, and than the warn limit of ${formatShare(thresholds.warn)}`;
    case 'unchanged':
      return `no change of ${formatShare(Math.expm1(limits.detect))} or more${(evidence?.estimate ?? 0) > 0 && pSlower <= 0.01 ? '; slower, below the warn limit' : ''}`;
    default:
      return inconclusiveText(evidence, limits.detect);
  }
}

function inconclusiveText(evidence: Standing['evidence'], detect: number): string {
  if (evidence === null) return 'nothing could be compared';
  const seen = formatShare(Math.expm1(minimumDetectableEffect(evidence.sigma, evidence.rounds)));
  const open = evidence.meansDiffer ? 'not settled, a few slow iterations move the rounds\' means' : 'not settled';
  return `${open}; so many rounds show changes from ${seen} on, ${formatShare(Math.expm1(detect))} needs ${roundsToSettle(evidence, detect)} rounds a side`;
}

import type { ComparisonRow, PairedSeries, Verdict } from '../../model/generated/types.js';
import { minimumDetectableEffect } from '../../stats/detectable-effect.js';
import { changeOf } from '../compare/change.js';
import { confirmFailure, pooledEstimate } from './confirm.js';
import type { Standing } from './follow-tracks.js';
import { pairedReason } from './paired-wording.js';
import { judgedRounds, sideValue } from './side-value.js';
import { roundsToSettle } from './rounds-to-settle.js';
import { followed } from './track.js';

/** What a standing becomes once failures were confirmed or refuted and the control arm has been heard. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly confirmation: ComparisonRow['confirmation'];
}

/** A failure that fresh rounds refute is a warning; one of an unstable run is inconclusive. One that could not be confirmed stays a failure. */
export function outcomeOf({ verdict, track }: Standing, series: PairedSeries, unstable: boolean): Outcome {
  if (verdict !== 'regressed') return { verdict, confirmation: 'none' };
  const confirmation = confirmFailure(series, track);
  if (unstable) return { verdict: 'inconclusive', confirmation };
  return { verdict: confirmation === 'refuted' ? 'warn' : 'regressed', confirmation };
}

/** The row of a followed track. `slowdown` and its interval are over the rounds judged and the confirming ones together. */
export function pairedRow(standing: Standing, series: PairedSeries, unstable: boolean): ComparisonRow {
  const { track, look, evidence, pSlower } = standing;
  const outcome = outcomeOf(standing, series, unstable);
  const { suite, benchmark, metric, unit, direction } = series;
  const base = sideValue(judgedRounds(series, 'base', look?.rounds), (round) => followed(round, track));
  const head = sideValue(judgedRounds(series, 'head', look?.rounds), (round) => followed(round, track));
  const pooled = look === null ? null : pooledEstimate(series, track, look);
  const settled = outcome.verdict !== 'inconclusive' || evidence === null;
  return {
    suite,
    benchmark,
    metric,
    unit,
    direction,
    statistic: track.statistic,
    verdict: outcome.verdict,
    rule: 'paired',
    reason: pairedReason(standing, outcome, { unstable, estimate: pooled?.estimate ?? null, interval: pooled?.interval ?? null }),
    grade: 'paired',
    base,
    head,
    ratio: base === null || head === null ? null : changeOf(base.value, head.value, 'lower').ratio,
    slowdown: pooled === null ? null : Math.expm1(pooled.estimate),
    interval: pooled === null || look === null ? null : { lower: shareOf(pooled.interval.lower), upper: shareOf(pooled.interval.upper), level: look.level },
    p: evidence === null ? null : pSlower,
    thresholds: track.thresholds,
    floor: Math.expm1(track.floor),
    detectable: evidence === null ? null : shareOf(minimumDetectableEffect(evidence.sigma, evidence.rounds)),
    roundsNeeded: settled ? null : roundsToSettle(evidence, track.limits.detect),
    confirmation: outcome.confirmation,
    differences: [],
    override: track.override,
  };
}

/** A log change as a share; null for one without bound. */
function shareOf(log: number): number | null {
  const share = Math.expm1(log);
  return Number.isFinite(log) && Number.isFinite(share) ? share : null;
}

import type { ComparisonRow } from '../../model/generated/types.js';
import { judgeDirection } from '../rules/direction.js';
import { judgeExact } from '../rules/exact.js';
import { judgeObservations } from '../rules/observations.js';
import { judgeRanks } from '../rules/rank.js';
import { judgeThreshold } from '../rules/threshold.js';
import type { Pairing } from './pairing.js';

/** Rules that judge a pairing by itself, first answer wins; null passes it on. */
const ruleFor = [judgeDirection, judgeExact, judgeObservations] as const;

/** Judges comparable pairings: each by the first rule that can, the noisy ones with enough rounds together by their ranks. */
export function judgePairings(pairings: readonly Pairing[]): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  const noisy: Pairing[] = [];
  for (const pairing of pairings) {
    const row = firstAnswer(pairing);
    if (row === null) noisy.push(pairing);
    else rows.push(row);
  }
  const ranks = judgeRanks(noisy);
  return [...rows, ...ranks.rows, ...ranks.rest.map(judgeThreshold)];
}

function firstAnswer(pairing: Pairing): ComparisonRow | null {
  for (const rule of ruleFor) {
    const row = rule(pairing);
    if (row !== null) return row;
  }
  return null;
}

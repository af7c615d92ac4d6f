import type { ComparabilityField, ComparisonRow } from '../../model/generated/types.js';
import { differencesOf } from '../compare/comparability.js';
import { estimateOf, rowOf, type Pairing } from '../compare/pairing.js';

/** Like with like: what differs is named, nothing is concluded from the numbers. null when nothing differs. */
export function judgeComparability(pairing: Pairing, relax: readonly ComparabilityField[]): ComparisonRow | null {
  const differences = differencesOf(pairing.base, pairing.head, relax);
  if (differences.length === 0) return null;
  const fields = differences.map(({ field }) => field).join(', ');
  return rowOf(pairing, {
    verdict: 'not-comparable',
    rule: 'comparability',
    reason: `Differs in ${fields}. Measure the base in the same job (paired mode), or promote a new baseline.`,
    base: estimateOf(pairing.base, pairing.statistic),
    head: estimateOf(pairing.head, pairing.statistic),
    differences,
  });
}

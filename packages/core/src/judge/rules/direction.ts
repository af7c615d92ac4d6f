import type { ComparisonRow } from '../../model/generated/types.js';
import { estimateOf, rowOf, type Pairing } from '../compare/pairing.js';

/** A metric of which nobody said which way is better is shown and never gates. */
export function judgeDirection(pairing: Pairing): ComparisonRow | null {
  if (pairing.head[0]?.metric.direction !== null) return null;
  const base = estimateOf(pairing.base, pairing.statistic);
  const head = estimateOf(pairing.head, pairing.statistic);
  const ratio = base !== null && head !== null && base.value !== 0 ? head.value / base.value : null;
  return rowOf(pairing, {
    verdict: 'inconclusive',
    rule: 'direction',
    reason: 'Direction unknown, never gates: nothing says whether more of it is better.',
    base,
    head,
    ratio: ratio !== null && Number.isFinite(ratio) ? ratio : null,
    thresholds: null,
  });
}

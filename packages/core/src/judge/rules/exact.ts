import type { ComparisonRow } from '../../model/generated/types.js';
import { rowOf, type Pairing } from '../compare/pairing.js';
import type { Measured } from '../compare/side.js';
import { compareValues } from './threshold.js';

/**
 * Counts that repeat exactly (instructions, bytes, allocations) are compared directly: any difference is real, the limits say whether it
 * matters (those of paired mode, since they need not make room for noise), and another job is as good as the same one. Counts that did not repeat are noisy after all and left to the other rules.
 */
export function judgeExact(pairing: Pairing): ComparisonRow | null {
  if (!repeats(pairing.base) || !repeats(pairing.head)) return null;
  const exact: Pairing = { ...pairing, statistic: 'median', thresholds: pairing.exactThresholds, mayFail: true };
  return rowOf(exact, { ...compareValues(exact, 'counted exactly'), rule: 'exact', floor: 0 });
}

function repeats(jobs: readonly Measured[]): boolean {
  const values = new Set<number>();
  for (const { metric } of jobs) {
    if (metric.kind !== 'exact') return false;
    const { min, max, p50 } = metric.summary;
    for (const value of [min ?? p50, max ?? p50, p50, ...metric.rounds.map(({ location }) => location)]) values.add(value);
  }
  return values.size === 1;
}

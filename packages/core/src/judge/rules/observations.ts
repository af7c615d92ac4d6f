import type { ComparisonRow, Statistic } from '../../model/generated/types.js';
import { observationsNeeded } from '../../stats/detectable-effect.js';
import { estimateOf, rowOf, type Pairing } from '../compare/pairing.js';
import type { Measured } from '../compare/side.js';
import { statisticName } from '../compare/statistic.js';

const quantiles: Partial<Record<Statistic, number>> = { p95: 0.95, p99: 0.99 };

/**
 * Whether the statistic can be judged at all: p95 needs 59 observations a side and p99 299, so that at least one lies beyond it with 95 %
 * confidence; and a tool's summary must contain what the policy asks for.
 */
export function judgeObservations(pairing: Pairing): ComparisonRow | null {
  const { statistic } = pairing;
  const quantile = quantiles[statistic];
  const needed = quantile === undefined ? 0 : observationsNeeded(quantile);
  const have = Math.min(observationsOf(pairing.base), observationsOf(pairing.head));
  const base = estimateOf(pairing.base, statistic);
  const head = estimateOf(pairing.head, statistic);
  if (have >= needed && base !== null && head !== null) return null;
  const reason =
    have < needed
      ? `Too few observations for ${statistic}: it needs ${needed} a side, the smaller side has ${have}.`
      : `The tool's summary has no ${statisticName(statistic)}.`;
  return rowOf(pairing, { verdict: 'inconclusive', rule: 'observations', reason, base, head });
}

function observationsOf(jobs: readonly Measured[]): number {
  return jobs.reduce((sum, { metric }) => sum + metric.summary.n, 0);
}

import type { Direction, Round, Side, Summary } from '../../model/generated/types.js';
import { fastShareMeanSorted, slowShareMeanSorted, type Best } from '../../stats/descriptive.js';
import { withSorted } from '../../stats/sorted.js';
import type { MetricReading } from './assemble-metric.js';
import { summaryOfSorted } from './summary-of.js';

/** Where a round stood in a paired run. */
export interface RoundPlace {
  readonly side: Side;
  readonly block: number;
}

/** A round, and the summary of all its numbers: both rest on the same sorted values. */
export interface DescribedRound {
  readonly round: Round;
  readonly summary: Summary;
}

/**
 * One process's numbers for one metric. `location` is the mean of the best 30 % of the iterations (for a throughput the highest), `tail` that
 * of the worst 20 %; without iterations, and for exact counts, both fall back: to the tool's median, and to null.
 */
export function describeRound({ metric, values, summary, place }: MetricReading): DescribedRound {
  const described = values === null || values.length === 0 ? fromSummary(summary) : fromValues(values, metric.kind === 'exact' ? null : metric.direction);
  return { ...described, round: { ...(place === undefined ? {} : { side: place.side, block: place.block }), ...described.round } };
}

function fromValues(values: readonly number[], direction: Direction): DescribedRound {
  return withSorted(values, (sorted) => {
    const summary = summaryOfSorted(sorted);
    const { n, mean, p50, p95, p99 } = summary;
    const best = bestEnd(direction);
    const location = best === null ? p50 : fastShareMeanSorted(sorted, { best });
    const tail = best === null ? null : slowShareMeanSorted(sorted, { best });
    return { round: { n, location, tail, mean, p50, p95, p99 }, summary };
  });
}

function fromSummary(summary: Summary | null): DescribedRound {
  if (summary === null) throw new RangeError('a round needs values or a summary');
  const { n, mean, p50, p95, p99 } = summary;
  return { round: { n, location: p50, tail: null, mean, p50, p95, p99 }, summary };
}

function bestEnd(direction: Direction): Best | null {
  if (direction === null) return null;
  return direction === 'lower' ? 'smallest' : 'largest';
}

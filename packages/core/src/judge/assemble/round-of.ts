import type { Direction, Round, Side, Summary } from '../../model/generated/types.js';
import { fastShareMean, slowShareMean, type Best } from '../../stats/descriptive.js';
import type { MetricReading } from './assemble-metric.js';
import { summaryOf } from './summary-of.js';

/** Where a round stood in a paired run. */
export interface RoundPlace {
  readonly side: Side;
  readonly block: number;
}

/**
 * One process's numbers for one metric. `location` is the mean of the best 30 % of the iterations (for a throughput the highest), `tail` that
 * of the worst 20 %; without iterations, and for exact counts, both fall back: to the tool's median, and to null.
 */
export function roundOf({ metric, values, summary, place }: MetricReading): Round {
  const round = values === null || values.length === 0 ? fromSummary(summary) : fromValues(values, metric.kind === 'exact' ? null : metric.direction);
  return { ...(place === undefined ? {} : { side: place.side, block: place.block }), ...round };
}

function fromValues(values: readonly number[], direction: Direction): Round {
  const { n, mean, p50, p95, p99 } = summaryOf(values);
  const best = bestEnd(direction);
  const location = best === null ? p50 : fastShareMean(values, { best });
  const tail = best === null ? null : slowShareMean(values, { best });
  return { n, location, tail, mean, p50, p95, p99 };
}

function fromSummary(summary: Summary | null): Round {
  if (summary === null) throw new RangeError('a round needs values or a summary');
  const { n, mean, p50, p95, p99 } = summary;
  return { n, location: p50, tail: null, mean, p50, p95, p99 };
}

function bestEnd(direction: Direction): Best | null {
  if (direction === null) return null;
  return direction === 'lower' ? 'smallest' : 'largest';
}

import type { Metric, Summary } from '../../model/generated/types.js';
import type { Reading } from '../../parse/parsed.js';
import { mergeSummaries } from './merge-summaries.js';
import { describeRound, type DescribedRound, type RoundPlace } from './round-of.js';
import { summaryOf } from './summary-of.js';

/** What one round says about one metric. */
export interface MetricReading {
  readonly metric: NonNullable<Reading['metric']>;
  readonly values: readonly number[] | null;
  readonly summary: Summary | null;
  readonly place: RoundPlace | undefined;
}

/**
 * The readings of one metric in all rounds -> the metric of a report; null when no round has a number. A reading in another unit than
 * the first one's is left out: its numbers mean something else.
 */
export function assembleMetric(readings: readonly MetricReading[]): Metric | null {
  const [first] = readings;
  if (first === undefined) return null;
  const alike = readings.filter((reading) => reading.metric.unit === first.metric.unit && hasNumbers(reading));
  if (alike.length === 0) return null;
  const { name, unit, direction, kind } = first.metric;
  const rounds = alike.map(describeRound);
  return {
    name,
    unit,
    direction,
    kind,
    ordered: alike.every(({ metric }) => metric.ordered),
    rounds: rounds.map(({ round }) => round),
    summary: summaryOver(alike, rounds),
  };
}

function hasNumbers({ values, summary }: MetricReading): boolean {
  return summary !== null || (values !== null && values.length > 0);
}

/** One round: the tool's own summary if it gave one. Several: over all values, else put together from the rounds' summaries. */
function summaryOver(readings: readonly MetricReading[], rounds: readonly DescribedRound[]): Summary {
  const [only] = readings;
  const [round] = rounds;
  if (readings.length === 1 && only !== undefined && round !== undefined) return { ...(only.summary ?? round.summary) };
  const values = readings.map((reading) => reading.values);
  if (values.every((list) => list !== null && list.length > 0)) return summaryOf(values.flatMap((list) => list ?? []));
  return mergeSummaries(readings.map((reading, index) => reading.summary ?? (rounds[index] as DescribedRound).summary));
}

import type { Metric, Round, Statistic } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';

/** The number of a metric that a statistic names, in the metric's unit; null where the tool did not give it. */
export function statisticOf(metric: Metric, statistic: Statistic): number | null {
  switch (statistic) {
    case 'median':
      return metric.summary.p50;
    case 'location':
      return metric.rounds.length === 0 ? metric.summary.p50 : median(metric.rounds.map(({ location }) => location));
    case 'mean':
    case 'min':
    case 'p95':
    case 'p99':
      return metric.summary[statistic];
  }
}

/** The same of one round; null where a round does not have it. */
export function statisticOfRound(round: Round, statistic: Statistic): number | null {
  switch (statistic) {
    case 'median':
      return round.p50;
    case 'location':
    case 'mean':
    case 'p95':
    case 'p99':
      return round[statistic];
    case 'min':
      return null;
  }
}

/** How a statistic is called in a sentence. */
export function statisticName(statistic: Statistic): string {
  return statistic === 'location' ? 'mean of the best 30 %' : statistic;
}

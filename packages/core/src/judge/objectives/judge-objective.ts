import { createLimitFormat } from '../../model/format-limit.js';
import type { Interval, Metric, SloPolicy, SloRow, Statistic } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { medianInterval } from '../../stats/quantile-interval.js';
import { statisticName, statisticOf, statisticOfRound } from '../compare/statistic.js';
import { judgeBudget } from './judge-budget.js';
import { judgeLimit, marginOf } from './judge-limit.js';
import type { ObjectiveMatch } from './match-objective.js';

/** Confidence of the interval beside an observed value, and of `confident`. */
const LEVEL = 0.95;

/**
 * One objective against one benchmark. The observed value decides; with `confident` the worse end of the interval in its place; of an error budget the
 * share of samples beyond the limit. What was not measured is unknown.
 */
export function judgeObjective(objective: SloPolicy, { suite, benchmark, metric }: ObjectiveMatch, index: number): SloRow {
  const row: Values = { objective: index, suite, benchmark: benchmark.id, metric: metric?.name ?? objective.metric, observed: null, interval: null, margin: null, targetMet: null };
  const unknown = (reason: string): SloRow => ({ ...row, verdict: 'unknown', reason });
  if (metric === null) return unknown(benchmark.status === 'skipped' ? 'The benchmark was skipped.' : 'The benchmark failed or measured nothing.');
  if (metric.unit !== objective.unit) return unknown(`The objective is in ${objective.unit}, the metric in ${metric.unit}.`);
  if (objective.budget !== undefined) return { ...row, ...judgeBudget(metric, objective, objective.budget) };
  const observed = statisticOf(metric, objective.statistic);
  if (observed === null) return unknown(`The measurement has no ${statisticName(objective.statistic)}.`);
  const interval = intervalOf(metric, objective.statistic);
  return judgeValue({ ...row, observed, interval, margin: marginOf(observed, objective), targetMet: isTargetMet(observed, objective) }, objective, observed);
}

type Values = Omit<SloRow, 'verdict' | 'reason'>;

function judgeValue(values: Values, objective: SloPolicy, observed: number): SloRow {
  const decisive = objective.confident ? worseEnd(values.interval, objective.kind) : observed;
  if (decisive === null) return { ...values, verdict: 'unknown', reason: `Too few rounds to be confident at ${formatShare(LEVEL)}: measure more rounds.` };
  const shown = createLimitFormat(objective.limit, objective.unit)(decisive);
  const described = objective.confident ? `The worse end of the ${formatShare(LEVEL)} interval, ${shown},` : shown;
  const { verdict, reason, isNear } = judgeLimit(decisive, objective, described);
  return { ...values, ...(isNear ? { near: true as const } : {}), verdict, reason };
}

/** Interval of the median round; null where no bound can be given. */
function intervalOf({ rounds }: Metric, statistic: Statistic): Interval {
  const values = rounds.map((round) => statisticOfRound(round, statistic)).filter((value) => value !== null);
  if (values.length < 2 || values.length < rounds.length) return null;
  const { lower, upper } = medianInterval(values, LEVEL);
  const bound = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return bound(lower) === null && bound(upper) === null ? null : { lower: bound(lower), upper: bound(upper), level: LEVEL };
}

function worseEnd(interval: Interval, kind: SloPolicy['kind']): number | null {
  return (kind === 'floor' ? interval?.lower : interval?.upper) ?? null;
}

function isTargetMet(observed: number, { kind, target }: SloPolicy): boolean | null {
  if (target === null) return null;
  return kind === 'floor' ? observed >= target : observed <= target;
}

import { createLimitFormat } from '../../model/format-limit.js';
import type { Interval, Metric, SloPolicy, SloRow, SloVerdict, Statistic } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { medianInterval } from '../../stats/quantile-interval.js';
import { statisticName, statisticOf, statisticOfRound } from '../compare/statistic.js';
import { ROUNDING } from '../decision-constants.js';
import type { ObjectiveMatch } from './match-objective.js';

/** Confidence of the interval beside an observed value, and of `confident`. */
const LEVEL = 0.95;

/**
 * One objective against one benchmark. The observed value decides: on the good side of the limit pass, inside the tolerance band beyond it warn,
 * further fail. With `confident` the worse end of the interval decides in its place. What was not measured is unknown.
 */
export function judgeObjective(objective: SloPolicy, { suite, benchmark, metric }: ObjectiveMatch, index: number): SloRow {
  const row = { objective: index, suite, benchmark: benchmark.id, metric: metric?.name ?? objective.metric, observed: null, interval: null, margin: null, targetMet: null };
  const unknown = (reason: string): SloRow => ({ ...row, verdict: 'unknown', reason });
  if (metric === null) return unknown(benchmark.status === 'skipped' ? 'The benchmark was skipped.' : 'The benchmark failed or measured nothing.');
  if (metric.unit !== objective.unit) return unknown(`The objective is in ${objective.unit}, the metric in ${metric.unit}.`);
  const observed = statisticOf(metric, objective.statistic);
  if (observed === null) return unknown(`The measurement has no ${statisticName(objective.statistic)}.`);
  const interval = intervalOf(metric, objective.statistic);
  const decisive = objective.confident ? worseEnd(interval, objective.kind) : observed;
  const values = { ...row, observed, interval, margin: marginOf(observed, objective), targetMet: isTargetMet(observed, objective) };
  if (decisive === null) return { ...values, verdict: 'unknown', reason: `Too few rounds to be confident at ${formatShare(LEVEL)}: measure more rounds.` };
  const verdict = verdictOn(decisive, objective);
  return { ...values, verdict, reason: reasonOf(decisive, verdict, objective) };
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

function verdictOn(value: number, { kind, limit, tolerance }: SloPolicy): SloVerdict {
  // The rounding keeps a value that equals the limit on paper on the good side of it.
  const band = Math.abs(limit) * tolerance;
  const distance = kind === 'floor' ? value - limit : limit - value;
  const rounding = Math.abs(limit) * ROUNDING;
  if (distance >= -rounding) return 'pass';
  return distance >= -band - rounding ? 'warn' : 'fail';
}

function marginOf(observed: number, { kind, limit }: SloPolicy): SloRow['margin'] {
  if (limit === 0) return null;
  const factor = kind === 'floor' ? observed / limit : limit / observed;
  const distance = kind === 'floor' ? observed - limit : limit - observed;
  return { factor: Number.isFinite(factor) ? factor : null, percent: (distance / Math.abs(limit)) * 100 };
}

function isTargetMet(observed: number, { kind, target }: SloPolicy): boolean | null {
  if (target === null) return null;
  return kind === 'floor' ? observed >= target : observed <= target;
}

function reasonOf(value: number, verdict: SloVerdict, { kind, limit, tolerance, unit, confident }: SloPolicy): string {
  const show = createLimitFormat(limit, unit);
  const what = `${confident ? `The worse end of the ${formatShare(LEVEL)} interval, ` : ''}${show(value)}${confident ? ',' : ''}`;
  const against = `the ${kind} of ${show(limit)}`;
  if (verdict === 'pass') return `${what} meets ${against}.`;
  const band = tolerance === 0 ? '' : verdict === 'warn' ? `, inside the tolerance of ${formatShare(tolerance)}` : ` and its tolerance of ${formatShare(tolerance)}`;
  return `${what} misses ${against}${band}.`;
}

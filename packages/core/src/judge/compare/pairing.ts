import type { ComparisonRow, Estimate, Grade, Statistic, Thresholds } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';
import type { Measured } from './side.js';
import { statisticOf } from './statistic.js';

/** One metric of one benchmark, measured on both sides and comparable: what a rule judges. */
export interface Pairing {
  readonly suite: string;
  readonly benchmark: string;
  readonly metric: string;
  /** One entry a job, at least one. */
  readonly base: readonly Measured[];
  readonly head: readonly Measured[];
  readonly statistic: Statistic;
  readonly thresholds: Thresholds;
  /** For counts that repeat exactly. */
  readonly exactThresholds: Thresholds;
  readonly override: number | null;
  /** From a profile, a share. */
  readonly calibratedFloor: number | null;
  readonly grade: Grade;
  /** Whether evidence of this grade may fail, or warn at most. */
  readonly mayFail: boolean;
}

/** One side's number: the median of its jobs'. null where a job does not have the statistic. */
export function estimateOf(jobs: readonly Measured[], statistic: Statistic): Estimate | null {
  const values = jobs.map(({ metric }) => statisticOf(metric, statistic)).filter((value) => value !== null);
  if (values.length < jobs.length || values.length === 0) return null;
  return {
    value: median(values),
    rounds: jobs.reduce((sum, { metric }) => sum + metric.rounds.length, 0),
    observations: jobs.reduce((sum, { metric }) => sum + metric.summary.n, 0),
  };
}

export type RowParts = Pick<ComparisonRow, 'verdict' | 'rule' | 'reason'> & Partial<ComparisonRow>;

/** The row of a pairing; what a rule does not say is null. Written out field by field: rows are made by the ten thousand. */
export function rowOf(pairing: Pairing, parts: RowParts): ComparisonRow {
  const { suite, benchmark, metric, statistic, grade, thresholds, override } = pairing;
  const measured = pairing.head[0] ?? pairing.base[0];
  return {
    suite,
    benchmark,
    metric,
    unit: measured?.metric.unit ?? null,
    direction: measured?.metric.direction ?? null,
    statistic: parts.statistic ?? statistic,
    verdict: parts.verdict,
    rule: parts.rule,
    reason: parts.reason,
    grade: grade,
    base: parts.base ?? null,
    head: parts.head ?? null,
    ratio: parts.ratio ?? null,
    slowdown: parts.slowdown ?? null,
    interval: parts.interval ?? null,
    p: parts.p ?? null,
    thresholds: parts.thresholds === undefined ? thresholds : parts.thresholds,
    floor: parts.floor ?? null,
    detectable: parts.detectable ?? null,
    roundsNeeded: parts.roundsNeeded ?? null,
    confirmation: 'none',
    differences: parts.differences ?? [],
    override: override,
  };
}

/** A row that knows nothing yet. */
export const emptyRow = {
  unit: null,
  direction: null,
  base: null,
  head: null,
  ratio: null,
  slowdown: null,
  interval: null,
  p: null,
  thresholds: null,
  floor: null,
  detectable: null,
  roundsNeeded: null,
  confirmation: 'none',
  differences: [],
  override: null,
} as const satisfies Partial<ComparisonRow>;

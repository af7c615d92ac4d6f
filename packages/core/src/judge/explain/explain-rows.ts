import type { Comparison, ComparisonRow, PolicyOverride, Round, Side } from '../../model/generated/types.js';
import { matchesPattern } from '../../model/pattern.js';
import { benchmarkKey, indexSide, type ComparedReports } from '../compare/side.js';
import { statisticOfRound } from '../compare/statistic.js';
import { followed } from '../paired/track.js';
import { explainSteps } from './explain-steps.js';

/** One value that a row was judged from, in the row's unit. */
export interface ExplainedValue {
  readonly value: number;
  /** Iterations behind it. */
  readonly observations: number;
  /** Block of an interleaved run; null in a stored comparison. */
  readonly block: number | null;
  /** Which job, from 0. */
  readonly job: number;
  readonly fresh: boolean;
}

/** Everything behind a row, as plain data for `--explain`. */
export interface Explanation {
  readonly row: ComparisonRow;
  /** What a value is, in words. */
  readonly valueIs: string;
  /** Rounds beyond the look that decided are among them; `judged` says how many of a side were used. */
  readonly base: ExplainedValue[];
  readonly head: ExplainedValue[];
  readonly control: ExplainedValue[];
  /** Rounds a side that the verdict rests on. */
  readonly judged: { readonly base: number; readonly head: number };
  readonly override: PolicyOverride | null;
  /** Order of steps that led to the verdict, one sentence each. */
  readonly steps: string[];
}

export interface ExplainQuestion {
  readonly comparison: Comparison;
  /** Pattern of the benchmark's name. */
  readonly benchmark: string;
  /** The reports of a stored comparison; without them the values are left out. */
  readonly base?: ComparedReports | null;
  readonly head?: ComparedReports | null;
}

/** Explains every row whose benchmark matches; empty when none does. */
export function explainRows({ comparison, benchmark, base = null, head = null }: ExplainQuestion): Explanation[] {
  const sides = { base: indexSide(base?.reports ?? []), head: indexSide(head?.reports ?? []) };
  return comparison.rows
    .filter((row) => matchesPattern(benchmark, row.benchmark))
    .map((row) => ({
      row,
      valueIs: valueText(row),
      ...(comparison.paired === null ? storedValues(row, sides) : pairedValues(row, comparison.paired)),
      judged: { base: row.base?.rounds ?? 0, head: row.head?.rounds ?? 0 },
      override: row.override === null ? null : (comparison.policy.overrides[row.override] ?? null),
      steps: explainSteps(row, comparison),
    }));
}

type Values = Pick<Explanation, 'base' | 'head' | 'control'>;

function storedValues(row: ComparisonRow, sides: { base: ReturnType<typeof indexSide>; head: ReturnType<typeof indexSide> }): Values {
  const read = (side: ReturnType<typeof indexSide>): ExplainedValue[] => {
    const jobs = row.metric === null ? [] : (side.get(benchmarkKey(row.suite, row.benchmark))?.metrics.get(row.metric) ?? []);
    return jobs.flatMap(({ metric }, job) => metric.rounds.flatMap((round) => valueOf(statisticOfRound(round, row.statistic), round, { job, fresh: false })));
  };
  return { base: read(sides.base), head: read(sides.head), control: [] };
}

function pairedValues(row: ComparisonRow, { series }: NonNullable<Comparison['paired']>): Values {
  const own = series.find(({ suite, benchmark, metric }) => suite === row.suite && benchmark === row.benchmark && metric === row.metric);
  // The control arm may have blocks of its own, with base rounds that say nothing about head.
  const shared = new Set(own?.rounds.filter(({ side }) => side === 'head').map(({ block }) => block));
  const rounds = own?.rounds.filter(({ side, block }) => side === 'control' || shared.size === 0 || shared.has(block)) ?? [];
  const read = (side: Side): ExplainedValue[] => [
    ...onSide(rounds, side, { row, fresh: false }),
    ...onSide(own?.confirmation ?? [], side, { row, fresh: true }),
  ];
  return { base: read('base'), head: read('head'), control: read('control') };
}

function onSide(rounds: readonly Round[], side: Side, { row, fresh }: { row: ComparisonRow; fresh: boolean }): ExplainedValue[] {
  const statistic = row.statistic === 'median' ? 'location' : row.statistic;
  return rounds.filter((round) => round.side === side).flatMap((round) => valueOf(followed(round, { statistic }), round, { job: 0, fresh }));
}

function valueOf(value: number | null, round: Round, { job, fresh }: { job: number; fresh: boolean }): ExplainedValue[] {
  return value === null ? [] : [{ value, observations: round.n, block: round.block ?? null, job, fresh }];
}

function valueText({ statistic, rule }: ComparisonRow): string {
  if (rule === 'paired' && statistic !== 'location') return 'mean of the worst 20 % of a round';
  return statistic === 'location' ? 'mean of the best 30 % of a round' : `${statistic} of a round`;
}

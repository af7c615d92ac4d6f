import type { Comparison, ComparisonRow, PairedSeries, PerformanceReport, Round } from '../../model/generated/types.js';
import { benchmarkKey, indexSide } from '../compare/side.js';
import { statisticOfRound } from '../compare/statistic.js';
import { judgedRounds } from '../paired/side-value.js';
import { followed } from '../paired/track.js';

/** What a row was judged from: a value of each round, in the row's unit. */
export interface RoundValues {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** The reports that a comparison without rounds of its own was made from. */
export interface ComparedFiles {
  readonly base: readonly PerformanceReport[];
  readonly head: readonly PerformanceReport[];
}

export type RoundLookUp = (row: ComparisonRow) => RoundValues | null;

/** Finds the rounds behind a row: of a paired comparison those it holds, confirming ones last; of another one its reports'. null: not known, or the row is about no metric. */
export function createRoundLookUp({ paired }: Comparison, reports: ComparedFiles | null): RoundLookUp {
  if (paired !== null) return pairedLookUp(paired.series);
  if (reports === null) return () => null;
  const base = storedLookUp(reports.base);
  const head = storedLookUp(reports.head);
  return (row) => (row.metric === null ? null : { base: base(row), head: head(row) });
}

function storedLookUp(reports: readonly PerformanceReport[]): (row: ComparisonRow) => number[] {
  const side = indexSide(reports);
  return ({ suite, benchmark, metric, statistic }) => {
    const jobs = side.get(benchmarkKey(suite, benchmark))?.metrics.get(metric ?? '') ?? [];
    return valuesOf(jobs.flatMap((job) => job.metric.rounds), (round) => statisticOfRound(round, statistic));
  };
}

function pairedLookUp(series: readonly PairedSeries[]): RoundLookUp {
  const known = new Map(series.map((one) => [keyOf(one), one]));
  return (row) => {
    const own = known.get(keyOf(row));
    return own === undefined ? null : { base: sideOf(own, row, 'base'), head: sideOf(own, row, 'head') };
  };
}

function sideOf(series: PairedSeries, row: ComparisonRow, side: 'base' | 'head'): number[] {
  const statistic = row.statistic === 'p95' || row.statistic === 'p99' ? row.statistic : 'location';
  const used = row[side] === null ? undefined : row[side].rounds - series.confirmation.filter((round) => round.side === side).length;
  return valuesOf(judgedRounds(series, side, used), (round) => followed(round, { statistic }));
}

function keyOf({ suite, benchmark, metric }: Pick<ComparisonRow, 'suite' | 'benchmark' | 'metric'>): string {
  return JSON.stringify([suite, benchmark, metric]);
}

function valuesOf(rounds: readonly Round[], read: (round: Round) => number | null): number[] {
  return rounds.map(read).filter((value) => value !== null);
}

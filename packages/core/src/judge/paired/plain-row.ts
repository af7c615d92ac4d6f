import type { ComparisonPolicy, ComparisonRow, PairedSeries } from '../../model/generated/types.js';
import { changeOf, slowdownOf } from '../compare/change.js';
import { emptyRow } from '../compare/pairing.js';
import type { RowPolicy } from '../compare/row-policy.js';
import { describeAgainstLimits, thresholdVerdict } from '../rules/threshold.js';
import { judgedRounds, sideValue } from './side-value.js';
import { hasSide, hasTail, tailStatistic } from './track.js';

/** What plain rows need of the policy. */
export interface PlainPolicy {
  readonly rows: RowPolicy;
  readonly thresholds: { readonly warn: number; readonly fail: number };
}

/** The row of a series that needs no statistics: measured on one side only, of unknown direction, exact, or without logarithms. null: it has to be followed. */
export function plainRow(series: PairedSeries, policy: PlainPolicy): ComparisonRow | null {
  const lone = loneRow(series);
  if (lone !== null) return lone;
  if (series.direction === null) {
    return { ...valueRow(series), verdict: 'inconclusive', rule: 'direction', reason: 'Direction unknown, never gates: nothing says whether more of it is better.' };
  }
  if (repeats(series, 'base') && repeats(series, 'head')) return exactRow(series, policy);
  if (series.rounds.every(({ location }) => location > 0)) return null;
  if (isNothing(series)) return { ...valueRow(series), verdict: 'unchanged', rule: 'paired', reason: `Zero in all ${series.rounds.length} rounds of both sides.` };
  return { ...valueRow(series), verdict: 'inconclusive', rule: 'paired', reason: 'Values of zero or less have no ratio.' };
}

/** The row of a tail that the policy asks for and the tool does not show; null where there is nothing to tell. */
export function tailMissingRow(series: PairedSeries, policy: ComparisonPolicy): ComparisonRow | null {
  const statistic = tailStatistic(policy);
  if (statistic === null || hasTail(series)) return null;
  const reason = `The tool does not give single iterations, so ${statistic} cannot be judged.`;
  return { ...valueRow(series), base: null, head: null, ratio: null, statistic, verdict: 'inconclusive', rule: 'observations', reason };
}

function loneRow(series: PairedSeries): ComparisonRow | null {
  if (hasSide(series, 'base') && hasSide(series, 'head')) return null;
  const row = { ...valueRow(series), ratio: null, rule: 'presence', grade: 'none' } as const;
  if (hasSide(series, 'head')) return { ...row, verdict: 'new', reason: 'The base does not have this metric.' };
  if (row.direction === null) return { ...row, verdict: 'not-comparable', reason: 'The metric was not measured in head; the base has it. Direction unknown, never gates.' };
  return { ...row, verdict: 'missing', reason: 'The metric was not measured in head; the base has it.' };
}

function exactRow(series: PairedSeries, { rows, thresholds: usual }: PlainPolicy): ComparisonRow {
  const row = valueRow(series);
  const override = rows.override(series);
  const thresholds = rows.thresholds(usual, override);
  const change = row.base === null || row.head === null ? null : changeOf(row.base.value, row.head.value, series.direction ?? 'lower');
  const worsening = change?.worsening ?? null;
  const exact = { ...row, statistic: 'median', rule: 'exact', thresholds, override, floor: 0, slowdown: slowdownOf(worsening) } as const;
  if (worsening === null) return { ...exact, verdict: 'inconclusive', reason: 'The two values have no ratio.' };
  return { ...exact, verdict: thresholdVerdict(worsening, thresholds), reason: `${describeAgainstLimits(worsening, thresholds)} (median; counted exactly).` };
}

/** Nothing was counted, ever. A time of zero is another thing: a clock that is too coarse. */
function isNothing({ unit, rounds }: PairedSeries): boolean {
  return (unit === 'B' || unit === 'count') && rounds.every(({ location }) => location === 0);
}

function repeats({ kind, rounds }: PairedSeries, side: 'base' | 'head'): boolean {
  return kind === 'exact' && new Set(rounds.filter((round) => round.side === side).map(({ location }) => location)).size === 1;
}

function valueRow(series: PairedSeries): Omit<ComparisonRow, 'verdict' | 'rule' | 'reason'> {
  const { suite, benchmark, metric, unit, direction } = series;
  const base = sideValue(judgedRounds(series, 'base'), ({ location }) => location);
  const head = sideValue(judgedRounds(series, 'head'), ({ location }) => location);
  const ratio = base === null || head === null ? null : changeOf(base.value, head.value, 'lower').ratio;
  return { ...emptyRow, suite, benchmark, metric, unit, direction, statistic: 'location', grade: 'paired', base, head, ratio };
}

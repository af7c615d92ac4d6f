import type { ComparisonPolicy, ComparisonRow, PairedSeries, Verdict } from '../../model/generated/types.js';
import { createRowPolicy, type RowPolicy } from '../compare/row-policy.js';
import { followTracks, type Standing } from './follow-tracks.js';
import { LOOKS, planLooks, type Look } from './look-plan.js';
import { plainRow } from './plain-row.js';
import { tracksOf, type Track } from './track.js';

export interface PairedQuestion {
  /** All series of the run: their number is part of the control of false discoveries, so it must not change between looks. */
  readonly series: readonly PairedSeries[];
  readonly policy: ComparisonPolicy;
  /** Planned rounds a side at each look. */
  readonly looks?: readonly number[];
  readonly looksTaken: number;
}

/** What to do about one series, at the same index as the series. */
export interface PairedDecision {
  readonly suite: string;
  readonly benchmark: string;
  readonly metric: string;
  /** No further round is needed: every question about the series is answered, or the last look was taken. */
  readonly decided: boolean;
  /** So far; the worse one where centre and tail differ. */
  readonly verdict: Verdict;
  /** A failure that wants confirming. */
  readonly suspect: boolean;
}

/** Judged series before confirmation and control are heard. */
export interface JudgedSeries {
  readonly series: readonly PairedSeries[];
  readonly looks: readonly Look[];
  readonly tracks: readonly Track[];
  readonly standings: readonly Standing[];
  /** Rows of series that need no statistics, by index. */
  readonly plain: ReadonlyMap<number, ComparisonRow>;
}

/** Judges series from their first look to the last one taken. Rounds beyond the look at which a series was decided are not looked at. */
export function judgeSeries({ series, policy, looks = LOOKS, looksTaken }: PairedQuestion): JudgedSeries {
  const rows: RowPolicy = createRowPolicy(policy);
  const thresholds = { warn: policy.paired.detect / 2, fail: policy.paired.fail };
  const plain = new Map<number, ComparisonRow>();
  series.forEach((one, index) => {
    const row = plainRow(one, { rows, thresholds });
    if (row !== null) plain.set(index, row);
  });
  const followedOnes = series.map((_, index) => index).filter((index) => !plain.has(index));
  const tracks = tracksOf(series, followedOnes, { policy, rows });
  const taken = planLooks(looks).slice(0, looksTaken);
  return { series, looks: taken, tracks, standings: followTracks(series, tracks, taken), plain };
}

/** After a look: which series need no more rounds, and which of them have to be confirmed. */
export function decidePaired(question: PairedQuestion): PairedDecision[] {
  const { series, standings, plain } = judgeSeries(question);
  const last = question.looksTaken >= (question.looks ?? LOOKS).length;
  const bySeries: Standing[][] = series.map(() => []);
  for (const standing of standings) bySeries[standing.track.series]?.push(standing);
  return series.map(({ suite, benchmark, metric }, index) => {
    const own = bySeries[index] ?? [];
    const verdicts = own.map(({ verdict }) => verdict);
    return {
      suite,
      benchmark,
      metric,
      decided: last || own.every(({ decided }) => decided),
      verdict: plain.get(index)?.verdict ?? worst.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive',
      suspect: verdicts.includes('regressed'),
    };
  });
}

const worst: readonly Standing['verdict'][] = ['regressed', 'warn', 'inconclusive', 'unchanged', 'improved'];

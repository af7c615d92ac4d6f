import type { Comparison, ComparisonPolicy, ComparisonRow, ComparisonSide, Difference, Finding, PairedRun } from '../../model/generated/types.js';
import { expiredOverrides } from '../compare/expired-overrides.js';
import { benchmarkKey } from '../compare/side.js';
import { sortRows, summarizeRows } from '../compare/summarize-rows.js';
import { ALGORITHM } from '../decision-constants.js';
import { judgeSeries } from './decide-paired.js';
import { judgeControl } from './judge-control.js';
import { pairedRow } from './paired-row.js';
import { tailMissingRow } from './plain-row.js';
import { presenceRow, type PairedPresence } from './presence.js';

/** What differs between the sides though they share the machine: toolchain, benchmark source... A note, since it is part of the change. */
export interface PairedNote {
  readonly suite: string;
  /** null: of every benchmark of the suite. */
  readonly benchmark: string | null;
  readonly differences: readonly Difference[];
}

export interface PairedComparison {
  readonly project: string;
  readonly base: ComparisonSide;
  readonly head: ComparisonSide;
  readonly policy: ComparisonPolicy;
  /** How it was measured. What the control arm says is found here. The first round of a side is a warm-up and is left out by the caller. */
  readonly run: Omit<PairedRun, 'control' | 'unstable'>;
  /** Benchmarks that are not `ok` on both sides; their series are not judged. */
  readonly presence?: readonly PairedPresence[];
  readonly differences?: readonly PairedNote[];
  /** Told by the caller; they come first. */
  readonly findings?: readonly Finding[];
}

/** Judges an interleaved run. Pure: the same rounds give the same comparison, byte for byte. */
export function comparePaired({ project, base, head, policy, run, presence = [], differences = [], findings = [] }: PairedComparison): Comparison {
  const absent = new Set(presence.map(({ suite, benchmark }) => benchmarkKey(suite, benchmark)));
  const series = run.series.filter(({ suite, benchmark }) => !absent.has(benchmarkKey(suite, benchmark)));
  const judged = judgeSeries({ series, policy, looks: run.looks, looksTaken: run.looksTaken });
  const control = judgeControl(series, judged.tracks, judged.looks);
  const rows = [
    ...presence.map((one) => presenceRow(one, policy.statistic)),
    ...judged.plain.values(),
    ...judged.standings.flatMap((standing) => {
      const one = series[standing.track.series];
      return one === undefined ? [] : [pairedRow(standing, one, control.unstable)];
    }),
    ...series.flatMap((one, index) => (judged.plain.has(index) ? [] : (tailMissingRow(one, policy) ?? []))),
  ];
  const noted = sortRows(rows.map((row) => withNotes(row, differences)));
  return {
    schemaVersion: 1,
    algorithm: ALGORITHM,
    project,
    mode: 'paired',
    base,
    head,
    policy,
    rows: noted,
    summary: summarizeRows(noted, policy),
    paired: pairedRun(run, control),
    findings: [...findings, ...expiredOverrides(policy)],
  };
}

function pairedRun(run: PairedComparison['run'], { control, unstable }: Pick<PairedRun, 'control' | 'unstable'>): PairedRun {
  const { seed, blockSize, looks, looksTaken, endedBy, series } = run;
  return { seed, blockSize, looks, looksTaken, endedBy, unstable, control, series };
}

function withNotes(row: ComparisonRow, notes: readonly PairedNote[]): ComparisonRow {
  const own = notes.filter(({ suite, benchmark }) => suite === row.suite && (benchmark === null || benchmark === row.benchmark)).flatMap((note) => note.differences);
  return own.length === 0 ? row : { ...row, differences: [...row.differences, ...own] };
}

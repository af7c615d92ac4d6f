import type { Benchmark, Metric, PairedSeries, Round, Side, Suite } from '../../model/generated/types.js';
import { benchmarkKey } from '../compare/side.js';
import type { PairedPresence } from './presence.js';

/** What each side's rounds were assembled to; every round carries its block. */
export interface PairedSuites {
  readonly base: readonly Suite[];
  readonly head: readonly Suite[];
  readonly control?: readonly Suite[];
}

export interface CreatedSeries {
  /** In the order in which base, then head, has its metrics; a series' rounds by block. */
  readonly series: PairedSeries[];
  readonly presence: PairedPresence[];
}

/** Puts the sides' suites together into the series that are judged, and lists the benchmarks that are not `ok` on both sides. */
export function createPairedSeries({ base, head, control = [] }: PairedSuites): CreatedSeries {
  const series = new Map<string, PairedSeries>();
  for (const [side, suites] of [['base', base], ['head', head], ['control', control]] as const) {
    for (const suite of suites) {
      for (const benchmark of suite.benchmarks) addRounds(series, { suite: suite.name, benchmark, side });
    }
  }
  return { series: [...series.values()].map(inBlockOrder), presence: presenceOf(base, head) };
}

function addRounds(series: Map<string, PairedSeries>, at: { suite: string; benchmark: Benchmark; side: Side }): void {
  const { suite, benchmark, side } = at;
  if (benchmark.status !== 'ok') return;
  for (const metric of benchmark.metrics) {
    const key = JSON.stringify([suite, benchmark.id, metric.name]);
    const known = series.get(key);
    // The control arm is a sample; it never adds a series.
    if (known === undefined && side === 'control') continue;
    const one = known ?? emptySeries(suite, benchmark.id, metric);
    series.set(key, one);
    one.rounds.push(...metric.rounds.map((round): Round => ({ ...round, side })));
  }
}

function emptySeries(suite: string, benchmark: string, { name, unit, direction, kind }: Metric): PairedSeries {
  return { suite, benchmark, metric: name, unit, direction, kind, rounds: [], confirmation: [] };
}

function inBlockOrder(series: PairedSeries): PairedSeries {
  return { ...series, rounds: [...series.rounds].sort((a, b) => (a.block ?? 0) - (b.block ?? 0)) };
}

function presenceOf(base: readonly Suite[], head: readonly Suite[]): PairedPresence[] {
  const before = statuses(base);
  const after = statuses(head);
  const found: PairedPresence[] = [];
  for (const [key, { suite, benchmark }] of new Map([...before, ...after])) {
    const presence = { suite, benchmark, base: before.get(key)?.status ?? null, head: after.get(key)?.status ?? null };
    if (presence.base !== 'ok' || presence.head !== 'ok') found.push(presence);
  }
  return found;
}

function statuses(suites: readonly Suite[]): Map<string, { suite: string; benchmark: string; status: Benchmark['status'] }> {
  const entries = suites.flatMap(({ name, benchmarks }) => benchmarks.map(({ id, status }) => [benchmarkKey(name, id), { suite: name, benchmark: id, status }] as const));
  return new Map(entries);
}

import { assembleSuite } from '@benchline/core/judge';
import type { Benchmark, Finding, PairedSeries, Round, Side } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { PairedSuite } from './paired-suite.js';

/** Which list of a series a round belongs to. */
export type Phase = 'look' | 'control' | 'confirmation';

export interface LoggedRound {
  suite: PairedSuite;
  side: Side;
  block: number;
  phase: Phase;
  parsed: Parsed;
  /** Benchmarks that count; null: all. Others ran only because the tool cannot leave them out. */
  ids: ReadonlySet<string> | null;
}

interface Entry {
  series: Omit<PairedSeries, 'rounds' | 'confirmation'>;
  rounds: Record<Phase, Round[]>;
}

/** Status of a benchmark on both sides; null: a side does not have it. */
interface Presence {
  suite: string;
  benchmark: string;
  base: Benchmark['status'] | null;
  head: Benchmark['status'] | null;
}

/** Gathers what rounds gave, round by round: raw values are not kept. */
export class SeriesLog {
  readonly #entries = new Map<string, Entry>();
  readonly #presence = new Map<string, Presence>();
  readonly findings: Finding[] = [];

  add({ suite: { suite }, side, block, phase, parsed, ids }: LoggedRound): void {
    const provenance = noProvenance;
    const assembled = assembleSuite({ name: suite.name, tool: suite.tool, provenance, rounds: [parsed], sides: [{ side, block }] });
    this.#note([...parsed.findings, ...assembled.findings]);
    for (const benchmark of assembled.suite.benchmarks) {
      if (ids !== null && !ids.has(benchmark.id)) continue;
      if (side !== 'control') this.#see(suite.name, benchmark, side);
      for (const metric of benchmark.status === 'ok' ? benchmark.metrics : []) {
        const { name, unit, direction, kind, rounds } = metric;
        const entry = this.#entry({ suite: suite.name, benchmark: benchmark.id, metric: name, unit, direction, kind });
        if (entry.series.unit === unit) entry.rounds[phase].push(...rounds);
      }
    }
  }

  /** Ids of a suite's benchmarks that are whole on both sides. */
  comparable(suite: string): string[] {
    return [...this.#presence.values()].filter((one) => one.suite === suite && one.base === 'ok' && one.head === 'ok').map(({ benchmark }) => benchmark);
  }

  /** Benchmarks that are not. */
  presence(): Presence[] {
    return [...this.#presence.values()].filter(({ base, head }) => base !== 'ok' || head !== 'ok');
  }

  /** The control arm's rounds stand behind the others; their blocks are their own. */
  series(): PairedSeries[] {
    return [...this.#entries.values()].map(({ series, rounds }) => ({ ...series, rounds: [...rounds.look, ...rounds.control], confirmation: rounds.confirmation })).filter(({ rounds }) => rounds.length > 0);
  }

  #entry(series: Entry['series']): Entry {
    const key = JSON.stringify([series.suite, series.benchmark, series.metric]);
    const entry = this.#entries.get(key) ?? { series, rounds: { look: [], control: [], confirmation: [] } };
    this.#entries.set(key, entry);
    return entry;
  }

  /** A benchmark that failed once is failed. */
  #see(suite: string, { id, status }: Benchmark, side: 'base' | 'head'): void {
    const key = JSON.stringify([suite, id]);
    const seen = this.#presence.get(key) ?? { suite, benchmark: id, base: null, head: null };
    this.#presence.set(key, { ...seen, [side]: seen[side] === 'failed' ? 'failed' : status });
  }

  /** The same finding comes with every round; it is told once. */
  #note(findings: readonly Finding[]): void {
    for (const finding of findings) if (!this.findings.some(({ code, what }) => code === finding.code && what === finding.what)) this.findings.push(finding);
  }
}

const noProvenance = { harness: { name: '', version: null, outputVersion: null }, toolchain: [], command: [], filter: null, threads: null, dataset: null, seed: null, env: {}, build: { profile: null, flags: [] } };

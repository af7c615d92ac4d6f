import type { Benchmark, DeclaredLimit, Digest, Finding, Suite, SuiteProvenance, ToolName } from '../../model/generated/types.js';
import { createFinding } from '../../model/finding.js';
import type { Parsed, Reading } from '../../parse/parsed.js';
import { assembleMetric, type MetricReading } from './assemble-metric.js';
import type { RoundPlace } from './round-of.js';

/** What one suite's runs of its tool gave. */
export interface SuiteRounds {
  readonly name: string;
  readonly tool: ToolName;
  readonly provenance: SuiteProvenance;
  /** One entry a round: a process of the tool. */
  readonly rounds: readonly Parsed[];
  /** In paired mode: of each round, which side was measured and in which block. */
  readonly sides?: readonly RoundPlace[];
  /** Digest of each benchmark's source by id, where it is known. */
  readonly sourceHashes?: ReadonlyMap<string, Digest>;
}

export interface AssembledSuite {
  readonly suite: Suite;
  /** Found while putting the rounds together; what the parser found stays with `Parsed`. */
  readonly findings: Finding[];
}

interface Gathered {
  reading: Reading;
  statuses: Set<Reading['status']>;
  metrics: Map<string, MetricReading[]>;
  /** As the last round has them: they are the source's, not the round's. */
  limits: readonly DeclaredLimit[];
}

/**
 * Rounds of a tool's output -> the suite of a report. Benchmarks and metrics keep the order in which they were first seen; one that only
 * some rounds have is kept with the rounds it has. Two readings of one metric in one round cannot be told apart: neither is
 * used, in any round, and the benchmark counts as failed. A benchmark that failed in any round is failed.
 */
export function assembleSuite({ name, tool, provenance, rounds, sides, sourceHashes }: SuiteRounds): AssembledSuite {
  const gathered = new Map<string, Gathered>();
  const ambiguous = new Set<string>();
  rounds.forEach((round, index) => {
    const seen = new Map<string, (string | null)[]>();
    for (const reading of round.readings) {
      const { id } = reading.benchmark;
      const metric = reading.metric?.name ?? null;
      const metrics = seen.get(id);
      if (metrics === undefined) seen.set(id, [metric]);
      else if (metrics.includes(metric)) ambiguous.add(id);
      else metrics.push(metric);
      gather(gathered, reading, sides?.[index]);
    }
  });
  const benchmarks = [...gathered].map(([id, one]) => assembleBenchmark(one, ambiguous.has(id), sourceHashes?.get(id) ?? null));
  return {
    suite: { name, tool, provenance, benchmarks },
    findings: [...ambiguous].map((id) => createFinding('BNL019', { id }, { suite: name, benchmark: id })),
  };
}

function gather(gathered: Map<string, Gathered>, reading: Reading, place: RoundPlace | undefined): void {
  const { id } = reading.benchmark;
  const one = gathered.get(id) ?? { reading, statuses: new Set(), metrics: new Map(), limits: [] };
  gathered.set(id, one);
  one.statuses.add(reading.status);
  if (reading.limits !== undefined) one.limits = reading.limits;
  if (reading.metric === null || reading.status !== 'ok') return;
  const readings = one.metrics.get(reading.metric.name) ?? [];
  one.metrics.set(reading.metric.name, readings);
  readings.push(...splitProcesses({ metric: reading.metric, values: reading.values, summary: reading.summary, place }, reading.processes));
}

/** A round for each process that the values are of: iterations of one process are not independent, processes are. In paired mode the run stays one round of its block. */
function splitProcesses(reading: MetricReading, processes: readonly number[] | undefined): MetricReading[] {
  const { values, place } = reading;
  if (processes === undefined || processes.length < 2 || values === null || place !== undefined) return [reading];
  let start = 0;
  return processes.map((count) => ({ ...reading, values: values.slice(start, (start += count)), summary: null }));
}

function assembleBenchmark({ reading, statuses, metrics, limits }: Gathered, ambiguous: boolean, sourceHash: Digest | null): Benchmark {
  const { id, name, group, params, tags } = reading.benchmark;
  const measured = ambiguous ? [] : [...metrics.values()].map(assembleMetric).filter((metric) => metric !== null);
  return { id, name, group, params, tags, sourceHash, status: ambiguous ? 'failed' : statusOf(statuses), metrics: measured, ...(limits.length === 0 ? {} : { limits: [...limits] }) };
}

function statusOf(statuses: ReadonlySet<Reading['status']>): Benchmark['status'] {
  if (statuses.has('failed')) return 'failed';
  return statuses.has('ok') ? 'ok' : 'skipped';
}

import { createFinding, type Finding } from '../../model/index.js';
import { conclude, failedReading } from '../conclude.js';
import { asNumber } from '../fields.js';
import type { BenchmarkName, Parsed, Reading } from '../parsed.js';
import { rescale } from '../rescale.js';
import type { GoBenchmark, GoSection, GoSeries } from './go-benchmarks.js';
import { nameGoBenchmarks, splitGoName } from './go-names.js';
import type { GoRun } from './go-run.js';
import type { GoTrouble } from './go-troubles.js';
import { goMetricOf, type UnitStatement } from './go-units.js';

export const goTitle = 'Go testing';

/** What a run of Go's benchmarks gave: each unit a metric with all its values, in the order printed. */
export function readingsOfGo(run: GoRun, findings: readonly Finding[]): Parsed {
  const troubled = benchmarksInTrouble(run);
  const names = nameGoBenchmarks(run.benchmarks.sections);
  const statuses = new Map<GoBenchmark, 'failed' | 'skipped'>();
  for (const { benchmarks, trouble } of troubled) {
    for (const benchmark of benchmarks) if (trouble.kind !== 'skipped' || benchmark.results === 0) statuses.set(benchmark, trouble.kind === 'skipped' ? 'skipped' : 'failed');
  }
  const metricOf = metricsOf(run.units);
  const readings: Reading[] = [];
  for (const [benchmark, name] of names) {
    const status = statuses.get(benchmark);
    if (status !== undefined) readings.push({ ...failedReading(name), status });
    else for (const series of benchmark.series) readings.push(readingOf(series, name, metricOf(series.unit)));
  }
  const told = troubled.flatMap(({ benchmarks, trouble }) => findingsOf(trouble, benchmarks[0] === undefined ? null : names.get(benchmarks[0]) ?? null));
  return conclude({ harness: { name: goTitle, version: null, outputVersion: null }, readings, findings: [...findings, ...told, ...disagreements(run.units)] });
}

function benchmarksInTrouble(run: GoRun): { trouble: GoTrouble; benchmarks: GoBenchmark[] }[] {
  return run.troubles.map((trouble) => ({ trouble, benchmarks: trouble.name === null ? [] : named(run, trouble.section, trouble.name) }));
}

/** A benchmark that fails at once is named without the suffix that its results have; one without any result is added. */
function named(run: GoRun, section: GoSection, name: string): GoBenchmark[] {
  const exact = section.benchmarks.get(name);
  if (exact !== undefined) return [exact];
  const alike = [...section.benchmarks.values()].filter(({ printed }) => printed.startsWith(`${name}-`) && splitGoName(printed).base === name);
  return alike.length > 0 ? alike : [run.benchmarks.benchmark(section, name)];
}

interface ScaledMetric {
  metric: NonNullable<Reading['metric']>;
  scale: number;
}

/** One metric for each unit, whatever the number of benchmarks. */
function metricsOf(statements: GoRun['units']): (unit: string) => ScaledMetric {
  const known = new Map<string, ScaledMetric>();
  return (unit) => {
    const told = known.get(unit);
    if (told !== undefined) return told;
    const { scale, exact, direction, ...shape } = goMetricOf(unit);
    const said = agreed(statements.get(shape.name) ?? []);
    const kind = said.exact ?? exact ? 'exact' : 'batch-mean';
    const made: ScaledMetric = { scale, metric: { ...shape, direction: said.better ?? direction, kind, ordered: true } };
    known.set(unit, made);
    return made;
  };
}

function readingOf({ values, breaks }: GoSeries, benchmark: BenchmarkName, { metric, scale }: ScaledMetric): Reading {
  const scaled = scale === 1 ? values : values.map((value) => asNumber(rescale(value, scale)) ?? value);
  const processes = breaks === null ? {} : { processes: [...breaks, values.length].map((end, index) => end - (breaks[index - 1] ?? 0)) };
  return { benchmark, status: 'ok', metric, values: scaled, ...processes, summary: null };
}

/** What all statements on one unit say together; where they disagree nothing is said. */
function agreed(statements: readonly UnitStatement[]): Pick<UnitStatement, 'better' | 'exact'> {
  return { better: only(statements.map(({ better }) => better)), exact: only(statements.map(({ exact }) => exact)) };
}

function only<T>(values: readonly (T | null)[]): T | null {
  const told = new Set(values.filter((value) => value !== null));
  const [value = null] = told;
  return told.size === 1 ? value : null;
}

function disagreements(units: GoRun['units']): Finding[] {
  return [...units.values()].flatMap((statements) => {
    const told = (key: 'better' | 'exact'): number => new Set(statements.map((statement) => statement[key]).filter((value) => value !== null)).size;
    if (told('better') < 2 && told('exact') < 2) return [];
    return createFinding('BNL002', { tool: goTitle, problem: `its lines about the unit ${statements[0]?.unit ?? ''} contradict each other` });
  });
}

function findingsOf({ kind, section, text, place }: GoTrouble, benchmark: BenchmarkName | null): Finding[] {
  const position = { file: place.file, line: place.line, ...(benchmark === null ? {} : { benchmark: benchmark.id }) };
  if (kind === 'unreadable') return [createFinding('BNL002', { tool: goTitle, problem: text }, position)];
  if (kind === 'skipped') return [];
  const command = benchmark?.id ?? (section.package === null ? 'go test' : `go test ${section.package}`);
  return [createFinding('BNL011', { command, outcome: text }, position)];
}

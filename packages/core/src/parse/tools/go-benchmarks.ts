import { mostUnits, type GoResultScanner } from './go-result-scanner.js';
import { isGoUnit } from './go-units.js';

/** The values of one unit of one benchmark, as written. */
export interface GoSeries {
  unit: string;
  values: number[];
  /** Where the values of a new process begin; null: all are of one. */
  breaks: number[] | null;
  lastProcess: number;
  lastResult: number;
}

/** What one name stands for in one section. */
export interface GoBenchmark {
  /** As printed: BenchmarkFib/n=5-2. */
  printed: string;
  /** Of its first appearance, among all benchmarks of the run. */
  order: number;
  results: number;
  series: GoSeries[];
}

/** The results under one package and one set of the file's own `key: value` lines. */
export interface GoSection {
  /** null: no line has named a package. */
  package: string | null;
  conditions: ReadonlyMap<string, string>;
  benchmarks: Map<string, GoBenchmark>;
  /** The troubles that are known, by kind and name. */
  troubled: Set<string>;
}

/** Gathers results by section, name and unit. */
export class GoBenchmarks {
  private readonly byKey = new Map<string, GoSection>();
  private readonly unitNames = new Map<string, string>();
  /** The unit at each place of the last line: mostly the same on the next one. */
  private readonly expectedUnits: string[] = [];
  private count = 0;
  /** Whether the last result has a unit that no line before it had, and that Go does not write by itself. */
  hasNewUnit = false;

  get sections(): GoSection[] {
    return [...this.byKey.values()];
  }

  section(name: string | null, conditions: ReadonlyMap<string, string>): GoSection {
    const key = JSON.stringify([name, ...[...conditions].sort(([a], [b]) => (a < b ? -1 : 1))]);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const section: GoSection = { package: name, conditions: new Map(conditions), benchmarks: new Map(), troubled: new Set() };
    this.byKey.set(key, section);
    return section;
  }

  benchmark(section: GoSection, printed: string): GoBenchmark {
    const known = section.benchmarks.get(printed);
    if (known !== undefined) return known;
    const benchmark: GoBenchmark = { printed: detached(printed), order: (this.count += 1), results: 0, series: [] };
    section.benchmarks.set(benchmark.printed, benchmark);
    return benchmark;
  }

  /** Adds the result last scanned. False: one of its units stands twice, or the benchmark has too many of them. */
  add(benchmark: GoBenchmark, result: { scanner: GoResultScanner; line: string; process: number }): boolean {
    const { scanner, process } = result;
    benchmark.results += 1;
    this.hasNewUnit = false;
    for (let index = 0; index < scanner.count; index += 1) {
      const series = this.seriesAt(benchmark, result, index);
      if (series === null || series.lastResult === benchmark.results) return false;
      series.lastResult = benchmark.results;
      if (series.lastProcess !== process && series.values.length > 0) (series.breaks ??= []).push(series.values.length);
      series.lastProcess = process;
      series.values.push(scanner.values[index] as number);
    }
    return true;
  }

  private seriesAt(benchmark: GoBenchmark, { scanner, line }: { scanner: GoResultScanner; line: string }, index: number): GoSeries | null {
    const start = scanner.unitStart[index] as number;
    const end = scanner.unitEnd[index] as number;
    const placed = benchmark.series[index];
    if (placed !== undefined && standsAt(placed.unit, line, { start, end })) return placed;
    const unit = this.unitAt(line, { start, end, index });
    const known = benchmark.series.find((series) => series.unit === unit);
    if (known !== undefined) return known;
    if (benchmark.series.length === mostUnits) return null;
    const series: GoSeries = { unit, values: [], breaks: null, lastProcess: -1, lastResult: 0 };
    benchmark.series.push(series);
    return series;
  }

  private unitAt(line: string, { start, end, index }: { start: number; end: number; index: number }): string {
    const expected = this.expectedUnits[index];
    if (expected !== undefined && standsAt(expected, line, { start, end })) return expected;
    const written = line.slice(start, end);
    const unit = this.unitNames.get(written) ?? this.addUnit(written);
    this.expectedUnits[index] = unit;
    return unit;
  }

  private addUnit(written: string): string {
    const unit = detached(written);
    this.unitNames.set(unit, unit);
    this.hasNewUnit ||= !isGoUnit(unit);
    return unit;
  }
}

function standsAt(word: string, line: string, { start, end }: { start: number; end: number }): boolean {
  return word.length === end - start && line.startsWith(word, start);
}

/** A copy of its own: a slice would keep the text it was cut from in memory, a whole line or file. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

import type { Direction, PerformanceReport } from '../../model/index.js';
import { convertRows, exportedRows, type Outcome } from './exported-rows.js';
import type { Exported } from './exported.js';

interface Entry {
  name: string;
  unit: string;
  value: number;
  range?: string;
  extra: string;
}

/** The known directions of a report's metrics: the format has one for the whole file, by the name of the tool. */
export function directionsOf(report: PerformanceReport): NonNullable<Direction>[] {
  const known = new Set(exportedRows(report).rows.map(({ metric }) => metric.direction));
  return (['lower', 'higher'] as const).filter((direction) => known.has(direction));
}

/**
 * The custom format of github-action-benchmark, of the metrics of one direction: `[{name, unit, value, range, extra}]`, for customSmallerIsBetter or customBiggerIsBetter. The
 * value is the median; the range the standard deviation; a metric whose direction is not known is left out, since the action would take it for the file's.
 */
export function renderGithubActionBenchmark(report: PerformanceReport, direction: NonNullable<Direction>): Exported {
  const seen = new Set<string>();
  const { items, leftOut } = convertRows(report, ({ name, metric }): Outcome<Entry> => {
    if (metric.direction === null) return { because: 'nothing tells which way is better' };
    if (metric.direction !== direction) return { because: `${metric.direction} is better` };
    const full = `${name} - ${metric.name}`;
    if (seen.has(full)) return { because: 'another one has this name there' };
    seen.add(full);
    const { p50, n, stddev } = metric.summary;
    const range = stddev === null ? {} : { range: `± ${Number(stddev.toPrecision(3))}` };
    return { item: { name: full, unit: metric.unit, value: p50, ...range, extra: `median; values: ${n}, rounds: ${metric.rounds.length}` } };
  });
  return { text: `${JSON.stringify(items, null, 2)}\n`, leftOut };
}

import type { Metric, PerformanceReport } from '../../model/index.js';
import type { Exported, LeftOut } from './exported.js';

/** One metric of one benchmark that was measured. */
export interface ExportedRow {
  suite: string;
  id: string;
  /** The id; of several suites with the suite before it, since they may share ids. */
  name: string;
  metric: Metric;
}

export const missing = 'it is missing';

const unmeasured = { failed: 'it failed', skipped: 'it was skipped', missing } as const;

/** The metrics of every benchmark that was measured; the others cannot be told in a format of bare numbers. */
export function exportedRows({ suites }: PerformanceReport): { rows: ExportedRow[]; leftOut: LeftOut[] } {
  const rows: ExportedRow[] = [];
  const leftOut: LeftOut[] = [];
  for (const suite of suites) {
    for (const { id, status, metrics } of suite.benchmarks) {
      const name = suites.length > 1 ? `${suite.name}/${id}` : id;
      if (status === 'ok') rows.push(...metrics.map((metric) => ({ suite: suite.name, id, name, metric })));
      else leftOut.push({ suite: suite.name, benchmark: id, metric: null, because: unmeasured[status] });
    }
  }
  return { rows, leftOut };
}

/** A row of a format, or why it has none. */
export type Outcome<T> = { item: T } | { because: string };

/** Makes something of each row; of those that cannot be it says why. */
export function convertRows<T>(report: PerformanceReport, convert: (row: ExportedRow) => Outcome<T>): { items: T[] } & Pick<Exported, 'leftOut'> {
  const { rows, leftOut } = exportedRows(report);
  const items: T[] = [];
  for (const row of rows) {
    const outcome = convert(row);
    if ('item' in outcome) items.push(outcome.item);
    else leftOut.push({ suite: row.suite, benchmark: row.id, metric: row.metric.name, because: outcome.because });
  }
  return { items, leftOut };
}

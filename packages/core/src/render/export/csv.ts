import type { Benchmark, Metric, PerformanceReport, Suite } from '../../model/index.js';
import type { ExportRenderer } from './exported.js';

type Cell = string | number | null;

const columns = ['project', 'createdAt', 'commit', 'host', 'suite', 'tool', 'benchmark', 'group', 'status', 'metric', 'unit', 'direction', 'kind', 'rounds', 'n', 'min', 'p50', 'p95', 'p99', 'max', 'mean', 'stddev', 'mad'] as const;

/** A row for each metric of each benchmark, one for a benchmark without metrics; RFC 4180, with a heading. What is not known is an empty cell. */
export const renderCsv: ExportRenderer = (report) => {
  const rows = report.suites.flatMap((suite) => suite.benchmarks.flatMap((benchmark) => rowsOf(report, suite, benchmark)));
  return { text: [[...columns], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join(''), leftOut: [] };
};

function rowsOf({ project, createdAt, provenance }: PerformanceReport, suite: Suite, { id, group, status, metrics }: Benchmark): Cell[][] {
  const head = [project, createdAt, provenance.commit.sha, provenance.host.class ?? provenance.host.fingerprint, suite.name, suite.tool, id, group, status];
  const padding = columns.slice(head.length).map(() => null);
  return metrics.length === 0 ? [[...head, ...padding]] : metrics.map((metric) => [...head, ...metricCells(metric)]);
}

function metricCells({ name, unit, direction, kind, rounds, summary }: Metric): Cell[] {
  const { n, min, p50, p95, p99, max, mean, stddev, mad } = summary;
  return [name, unit, direction, kind, rounds.length, n, min, p50, p95, p99, max, mean, stddev, mad];
}

/** Text that a spreadsheet would run as a formula, or that begins with the sign which prevents it. */
const dangerous = /^[=+\-@\t\r']/;

/** A text that could be a formula has an apostrophe before it, which is taken off again by whoever reads the cell as text. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = dangerous.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

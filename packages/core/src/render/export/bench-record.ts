import type { PerformanceReport } from '../../model/index.js';
import { convertRows, type ExportedRow, type Outcome } from './exported-rows.js';
import type { Exported } from './exported.js';

/** The two metrics the format has: a value in the written unit is `perUnit` times ours. */
const recorded: ReadonlyMap<string, { metric: string; unit: string; perUnit: number }> = new Map([
  ['time ns', { metric: 'duration_ms', unit: 'ms', perUnit: 1e-6 }],
  ['throughput B/s', { metric: 'throughput_mbs', unit: 'MB/s', perUnit: 1e-6 }],
]);

/** Flat bench records, one JSON object a line: `{bench_id, metric: duration_ms|throughput_mbs, unit, p50, p95, n, timestamp}`. */
export function renderBenchRecords(report: PerformanceReport): Exported {
  const { items, leftOut } = convertRows(report, (row) => recordOf(row, report.createdAt));
  return { text: items.map((record) => `${JSON.stringify(record)}\n`).join(''), leftOut };
}

function recordOf({ name, metric }: ExportedRow, timestamp: string): Outcome<object> {
  const known = recorded.get(`${metric.name} ${metric.unit}`);
  const { n, p50, p95 } = metric.summary;
  if (known === undefined) return { because: 'the format has times and bytes a second alone' };
  if (p50 <= 0 || (p95 !== null && p95 <= 0) || n === 0) return { because: 'the format has numbers above zero alone' };
  const scaled = (value: number): number => Number((value * known.perUnit).toPrecision(15));
  return { item: { bench_id: name, metric: known.metric, unit: known.unit, p50: scaled(p50), p95: p95 === null ? null : scaled(p95), n, timestamp } };
}

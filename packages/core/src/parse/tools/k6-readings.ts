import type { Direction, Summary } from '../../model/index.js';
import { asCount, asNumber, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import type { BenchmarkName, Reading } from '../parsed.js';
import { rescale } from '../rescale.js';
import type { K6Metric, K6Summary } from './k6-summary.js';

interface Shape {
  name: string;
  unit: string;
  direction: Direction;
}

/** k6's own metrics whose better direction is certain. Its other ones, and the user's, keep their names and have none. */
export const k6Shapes: Readonly<Record<string, Shape>> = {
  http_reqs: metricShapes.requests,
  http_req_duration: metricShapes.latency,
  http_req_failed: metricShapes.errors,
  iterations: { name: 'iterations', unit: 'ops/s', direction: 'higher' },
  checks: { name: 'checks', unit: 'ratio', direction: 'higher' },
  checks_succeeded: { name: 'checks', unit: 'ratio', direction: 'higher' },
};

/** Told twice, or nothing but a count that grows with time. */
const leftOut = new Set(['checks_failed', 'checks_total']);
const ours = new Set(Object.values(k6Shapes).map(({ name }) => name));

/** The reading of a metric; null where it has no number that is one. */
export function k6Reading(metric: K6Metric, benchmark: BenchmarkName, summary: K6Summary): Reading | null {
  const shape = shapeOf(metric);
  if (shape === null || leftOut.has(metric.name)) return null;
  const scale = scaleOf(metric);
  const told = { benchmark, status: 'ok', metric: { ...shape, kind: 'summary', ordered: false } } as const;
  if (metric.type === 'trend') {
    const trend = trendOf(metric, scale, summary);
    return trend === null ? null : { ...told, values: null, summary: trend };
  }
  const value = valueOf(metric, summary);
  return value === null ? null : { ...told, values: [scaled(value, scale)], summary: null };
}

function shapeOf(metric: K6Metric): Shape | null {
  const known = Object.hasOwn(k6Shapes, metric.name) ? k6Shapes[metric.name] : undefined;
  if (known !== undefined) return known;
  const unit = unitOf(metric);
  // Many a script counts its own "errors".
  return unit === null ? null : { name: ours.has(metric.name) ? `custom_${metric.name}` : metric.name, unit, direction: null };
}

function unitOf({ type, contains }: K6Metric): string | null {
  if (type === 'rate') return 'ratio';
  // A sum of times over a time has no unit of ours.
  if (type === 'counter') return contains === 'time' ? null : contains === 'data' ? 'B/s' : 'ops/s';
  if (contains === 'time') return 'ns';
  return contains === 'data' ? 'B' : 'count';
}

function scaleOf({ type, contains }: K6Metric): number {
  return contains === 'time' && (type === 'trend' || type === 'gauge') ? 1e6 : 1;
}

/** A counter becomes its rate: a count grows with the time measured. `passes` of a rate are samples other than 0, of http_req_failed the failures; the share alone is read. */
export function valueOf({ type, values }: K6Metric, { seconds }: K6Summary): number | null {
  const at = (key: string): number | null => asNumber(field(values, key));
  if (type !== 'counter') return type === 'rate' ? (at('rate') ?? at('value')) : at('value');
  const count = at('count');
  return at('rate') ?? (count === null || seconds === null || seconds <= 0 ? null : count / seconds);
}

/** `p(95)` where k6 shows it to people, `p95` in the machine-readable summary. */
function trendOf(metric: K6Metric, scale: number, summary: K6Summary): Summary | null {
  const at = (...keys: readonly string[]): number | null => {
    const value = keys.map((key) => asNumber(field(metric.values, key))).find((number) => number !== null);
    return value === undefined ? null : scaled(value, scale);
  };
  const p50 = at('med', 'p(50)', 'p50');
  if (p50 === null || asCount(field(metric.values, 'count')) === 0) return null;
  return { n: countOf(metric, summary), min: at('min'), p50, p95: at('p(95)', 'p95'), p99: at('p(99)', 'p99'), max: at('max'), mean: at('avg'), stddev: null, mad: null };
}

/** What needs no scaling keeps all its digits. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : rescale(value, scale);
}

/** How many values are behind a trend: told if asked for (--summary-trend-stats), else as many as there were requests or iterations; 1 where nothing tells. */
function countOf(metric: K6Metric, { metrics }: K6Summary): number {
  const counter = metric.name.startsWith('http_req_') ? 'http_reqs' : metric.name === 'iteration_duration' ? 'iterations' : null;
  const other = metrics.find(({ name, tags }) => name === counter && tags === metric.tags);
  return asCount(field(metric.values, 'count')) || asCount(field(other?.values, 'count')) || 1;
}

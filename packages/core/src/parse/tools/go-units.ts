import { parseUnit, type Direction } from '../../model/index.js';
import { directionOfUnit } from '../direction-of-unit.js';
import { metricShapes } from '../metric-shapes.js';

/** A unit of Go's output as a metric of ours: a value times `scale` is in `unit`. */
export interface GoMetric {
  name: string;
  unit: string;
  direction: Direction;
  scale: number;
  /** Whole counts, which Go rounds down so that they repeat; where they do not, the comparison sees it. */
  exact: boolean;
}

/** The units Go's testing package gives itself, and their spellings in golang.org/x/perf. MB is 10^6 bytes there. */
const known: ReadonlyMap<string, GoMetric> = new Map<string, GoMetric>([
  ['ns/op', { ...metricShapes.time, scale: 1, exact: false }],
  ['sec/op', { ...metricShapes.time, scale: 1e9, exact: false }],
  // A mean over the iterations: where buffers grow, it moves by some bytes from run to run.
  ['B/op', { ...metricShapes.allocated, scale: 1, exact: false }],
  ['allocs/op', { ...metricShapes.allocations, scale: 1, exact: true }],
  ['MB/s', { ...metricShapes.throughput, scale: 1e6, exact: false }],
  ['B/s', { ...metricShapes.throughput, scale: 1, exact: false }],
]);

/** Whether the unit is one that Go's own metrics have. */
export function isGoUnit(unit: string): boolean {
  return known.has(unit);
}

/** Times under names of their own: p99-ns, gc-ms/op; golang.org/x/perf reads -ns so. */
const namedTime = /-(ns|us|µs|ms|sec)(?:\/op)?$/;

/** The metric of a unit. One that the benchmark chose (ReportMetric) is named for its unit, which alone tells which way is better: of a time and of a rate. */
export function goMetricOf(unit: string): GoMetric {
  const parsed = parseUnit(namedTime.exec(unit)?.[1] ?? unit);
  return known.get(unit) ?? { name: unit, unit: parsed?.unit ?? unit, direction: parsed === null ? null : directionOfUnit(parsed.unit), scale: parsed?.scale ?? 1, exact: false };
}

/** What a line `Unit <unit> better=higher assume=exact` says of a unit; null where it does not say. */
export interface UnitStatement {
  unit: string;
  better: 'lower' | 'higher' | null;
  exact: boolean | null;
}

/** Reads a unit's line of the benchmark format (golang.org/x/perf/benchfmt); null: it is none. Keys and values it does not define are passed over. */
export function parseUnitStatement(line: string): UnitStatement | null {
  const [word, unit, ...pairs] = line.split(/[ \t]+/);
  if (word !== 'Unit' || !unit || !pairs.some((pair) => pair.includes('='))) return null;
  const has = (pair: string): boolean => pairs.includes(pair);
  const better = has('better=higher') ? 'higher' : has('better=lower') ? 'lower' : null;
  return { unit, better, exact: has('assume=exact') ? true : has('assume=nothing') ? false : null };
}

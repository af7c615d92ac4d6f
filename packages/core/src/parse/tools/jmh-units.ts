import { parseUnit } from '../../model/index.js';
import { metricShapes } from '../metric-shapes.js';
import type { Reading } from '../parsed.js';

type Shape = Pick<NonNullable<Reading['metric']>, 'name' | 'unit' | 'direction'>;

/** What a number of JMH is of, and its factor into the normalised unit. */
export interface JmhMetric {
  shape: Shape;
  scale: number;
}

/** JMH's names of time units (TimeValue.tuToString of 1.37), in ns. */
const timeUnits = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['min', 60e9],
  ['hr', 3600e9],
  ['day', 86_400e9],
]);

/** JMH's MB are 2^20 bytes (GCProfiler). */
const megabyte = 2 ** 20;

/** The result proper: time per operation in the modes avgt, sample and ss, operations per time in thrpt. null: mode and unit say no such thing. */
export function primaryMetric(mode: string, unit: string): JmhMetric | null {
  const told = perOperation(unit);
  const expected = mode === 'thrpt' ? 'higher' : 'lower';
  if (told === null || told.direction !== expected || !['thrpt', 'avgt', 'sample', 'ss'].includes(mode)) return null;
  return { shape: mode === 'thrpt' ? metricShapes.elementThroughput : metricShapes.time, scale: told.scale };
}

/**
 * What a profiler, a counter or a part of a group gave. Costs and rates of an operation have a direction by their unit; whatever
 * depends on how many operations there were (rates and totals of the garbage collector), and bare counts, have none. null: a unit we do not know.
 */
export function secondaryMetric(name: string, unit: string): JmhMetric | null {
  if (name === 'gc.alloc.rate.norm' && unit === 'B/op') return { shape: metricShapes.allocated, scale: 1 };
  const told = perOperation(unit) ?? amount(unit);
  return told && { shape: { name, unit: told.unit, direction: told.direction }, scale: told.scale };
}

type Told = Omit<Shape, 'name'> & { scale: number };

function perOperation(unit: string): Told | null {
  const perTime = timeUnits.get(/^ops\/(\w+)$/.exec(unit)?.[1] ?? '');
  if (perTime !== undefined) return { unit: 'ops/s', scale: 1e9 / perTime, direction: 'higher' };
  const time = timeUnits.get(/^(\w+)\/op$/.exec(unit)?.[1] ?? '');
  if (time !== undefined) return { unit: 'ns', scale: time, direction: 'lower' };
  return unit === 'B/op' ? { unit: 'B', scale: 1, direction: 'lower' } : null;
}

function amount(unit: string): Told | null {
  const time = timeUnits.get(unit);
  if (time !== undefined) return { unit: 'ns', scale: time, direction: null };
  if (unit === 'MB/sec') return { unit: 'B/s', scale: megabyte, direction: null };
  if (['counts', '#', '#/op'].includes(unit)) return { unit: 'count', scale: 1, direction: null };
  if (/^(?:insns\/clk|clks\/insn)$/.test(unit)) return { unit: 'ratio', scale: 1, direction: null };
  const known = parseUnit(unit);
  return known && { unit: known.unit, scale: known.scale, direction: null };
}

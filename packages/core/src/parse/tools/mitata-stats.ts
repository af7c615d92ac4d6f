import type { Summary } from '../../model/index.js';
import { evenlySpread } from '../evenly-spread.js';
import { asCount, asNumber, asNumbers, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import type { Reading } from '../parsed.js';

type Stats = Pick<Reading, 'metric' | 'values' | 'summary'>;

/**
 * `stats` of one run of mitata: its time, and where they were taken the growth of the heap and the time of the garbage collector. null: no times.
 * mitata sorts the samples, and of more than twelve drops two at each end; quick functions have a million, of which a thousand are kept.
 */
export function readStats(stats: unknown): Stats[] | null {
  const time = readTime(stats);
  return time === null ? null : [time, ...meanOf(stats, 'heap', 'B'), ...meanOf(stats, 'gc', 'ns')];
}

function readTime(stats: unknown): Stats | null {
  const samples = field(stats, 'samples') ?? null;
  const ticks = asCount(field(stats, 'ticks')) ?? 0;
  if (samples === null) {
    const summary = summaryOf(stats, ticks);
    return summary === null ? null : { metric: { ...metricShapes.time, kind: 'summary', ordered: false }, values: null, summary };
  }
  const all = asNumbers(samples, 0);
  if (all === null || !all.some((value) => value > 0)) return null;
  const values = evenlySpread(all);
  const kind = ticks > all.length ? 'batch-mean' : 'raw';
  return { metric: { ...metricShapes.time, kind, ordered: false }, values, summary: values.length < all.length ? summaryOf(stats, all.length) : null };
}

/** `ticks`, the calls, is the only count where samples were left out. */
function summaryOf(stats: unknown, n: number): Summary | null {
  const at = (key: string): number | null => {
    const value = asNumber(field(stats, key));
    return value === null || value < 0 ? null : value;
  };
  const p50 = at('p50');
  if (p50 === null || p50 === 0 || n === 0) return null;
  return { n, min: at('min'), p50, p95: null, p99: at('p99'), max: at('max'), mean: at('avg'), stddev: null, mad: null };
}

/** Shown, never judged: the heap's growth is known only of samples in which nothing was collected, and the collector runs beside the samples. */
function meanOf(stats: unknown, name: 'heap' | 'gc', unit: string): Stats[] {
  const mean = asNumber(field(field(stats, name), 'avg'));
  return mean === null || mean < 0 ? [] : [{ metric: { name, unit, direction: null, kind: 'batch-mean', ordered: false }, values: [mean], summary: null }];
}

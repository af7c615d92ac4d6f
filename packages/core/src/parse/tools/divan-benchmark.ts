import type { Summary } from '../../model/index.js';
import type { BenchmarkName, Reading } from '../parsed.js';
import { metricShapes } from '../metric-shapes.js';
import type { DivanCells } from './divan-rows.js';
import { divanAllocations, divanRates, parseDivanValue, type DivanValue } from './divan-units.js';

/** The rows of one benchmark. */
export interface DivanBenchmark {
  time: DivanCells;
  /** Those below it: rates, then blocks of allocations. */
  more: DivanCells[];
}

type Shape = { name: string; unit: string; direction: 'lower' | 'higher' | null };

/** A benchmark's readings, or what is wrong with its rows. */
export function readDivanBenchmark(benchmark: BenchmarkName, { time, more }: DivanBenchmark): Reading[] | string {
  const [fastest, slowest, median, mean] = [valueOf(time.fastest), valueOf(time.slowest), valueOf(time.median), valueOf(time.mean)];
  const n = /^\d{1,15}$/.test(time.samples) ? Number(time.samples) : 0;
  if (fastest === null || slowest === null || median === null || mean === null || n === 0) return 'a cell of its row is no number, or has no unit of time';
  if (median === 0) return 'an iteration takes no time that can be measured: the compiler may have removed it (divan::black_box)';
  const summary = { ...only(median, n), min: fastest, max: slowest, mean };
  const rest = readRows(more);
  if (typeof rest === 'string') return rest;
  return [{ shape: metricShapes.time, summary }, ...rest.map(({ shape, p50 }) => ({ shape, summary: only(p50, n) }))].map(({ shape, summary }): Reading => ({
    benchmark, status: 'ok', metric: { ...shape, kind: 'summary', ordered: false }, values: null, summary,
  }));
}

/**
 * Of rates and allocations only the median column is taken: the others stand in the columns of the fastest, slowest and mean *time*, so that they
 * are no least, largest or mean rate (the mean of rates is another number than the rate of the mean), nor such a count.
 */
function only(p50: number, n: number): Summary {
  return { n, min: null, p50, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null };
}

function valueOf(cell: string): number | null {
  const read = parseDivanValue(cell);
  return read?.of === 'time' ? read.value : null;
}

function readRows(rows: readonly DivanCells[]): { shape: Shape; p50: number }[] | string {
  const read: { shape: Shape; p50: number }[] = [];
  let block: readonly Shape[] = [];
  const alone = !rows.some(({ median }) => parseDivanValue(median)?.of === 'bytes');
  for (const { fastest, median } of rows) {
    const value = parseDivanValue(median);
    if (median === '' && Object.hasOwn(divanAllocations, fastest)) {
      block = divanAllocations[fastest as keyof typeof divanAllocations];
      continue;
    }
    const [counted, ...others] = block;
    const shape = counted ?? (value === null ? undefined : rateOf(value.of, alone));
    if (value === null || shape === undefined || (counted !== undefined && value.of !== (counted.unit === 'B' ? 'size' : 'count'))) return `the row ${JSON.stringify(median || fastest).slice(0, 64)} below it is not known`;
    block = others;
    read.push({ shape, p50: value.value });
  }
  return read;
}

function rateOf(of: DivanValue['of'], alone: boolean): Shape | undefined {
  if (of === 'items') return alone ? divanRates.itemsAlone : divanRates.items;
  return of === 'bytes' || of === 'characters' || of === 'cycles' ? divanRates[of] : undefined;
}

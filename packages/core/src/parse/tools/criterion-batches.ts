import { asNumbers } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import type { BenchmarkName, Reading } from '../parsed.js';

type Shape = (typeof metricShapes)[keyof typeof metricShapes];

/** ns. A total below this is none: whatever was timed, light had no time to move. */
const shortestTotal = 1e-6;

/** Criterion's samples: how many iterations each batch had, and what all of them took, ns. */
export interface BatchTotals {
  iterations: number[];
  totals: number[];
}

/** What one iteration works through. */
export interface Amount {
  shape: Shape;
  amount: number;
}

/** null: not two lists of equal length, with numbers above zero. */
export function readBatchTotals(iters: unknown, times: unknown): BatchTotals | null {
  const iterations = asNumbers(iters, 1);
  const totals = asNumbers(times, shortestTotal);
  return iterations === null || totals === null || iterations.length !== totals.length ? null : { iterations, totals };
}

/** `totals` are those of whole batches (1, 2, 3... times a step in linear sampling): the time of one iteration is the quotient. */
export function batchReadings(benchmark: BenchmarkName, { iterations, totals }: BatchTotals, amounts: readonly Amount[]): Reading[] {
  const kind = iterations.every((count) => count === 1) ? 'raw' : 'batch-mean';
  const times = totals.map((total, index) => total / (iterations[index] ?? 1));
  const reading = (shape: Shape, values: number[]): Reading => ({
    benchmark,
    status: 'ok',
    metric: { ...shape, kind, ordered: true },
    values,
    summary: null,
  });
  return [reading(metricShapes.time, times), ...amounts.map(({ shape, amount }) => reading(shape, times.map((ns) => (amount * 1e9) / ns)))];
}

/** The metrics that batches give. */
export const batchMetrics = [metricShapes.time, metricShapes.throughput, metricShapes.elementThroughput, metricShapes.elements].map((shape) => ({ ...shape, kinds: ['raw', 'batch-mean'] as const }));

import type { SuiteConfig } from '@benchline/core/model';
import type { Reading } from '@benchline/core/parse';
import { chosenTime, sumOf, toolTimeAt, warmUpTime, type ToolKnobs, type ToolTime } from './tool-time.js';

/** What a suite's warm-up round taught about the cost of a round. */
export interface SuiteCost {
  suite: SuiteConfig;
  knobs: ToolKnobs;
  benchmarks: number;
  /** How long the warm-up round took, ms. */
  warmUpMs: number;
  /** All that it measures are exact counts: one block tells whether they repeat, fresh rounds confirm nothing, and a control arm could flag nothing. */
  exactOnly: boolean;
}

/** Whether readings hold measurements, and none of them is anything but an exact count. */
export function areExact(readings: readonly Reading[]): boolean {
  const metrics = readings.flatMap(({ status, metric }) => (status === 'ok' && metric !== null ? [metric] : []));
  return metrics.length > 0 && metrics.every(({ kind }) => kind === 'exact');
}

/** Expected time of one round of `count` benchmarks at a tool time, ms: the process with everything around it, and the benchmarks. */
export function roundCost({ knobs, benchmarks, warmUpMs }: SuiteCost, time: ToolTime, count = benchmarks): number {
  const share = knobs.filter === null ? 1 : Math.min(1, count / Math.max(1, benchmarks));
  if (!knobs.warmup && !knobs.measure) return warmUpMs * share;
  const around = Math.max(0, warmUpMs - benchmarks * sumOf(chosenTime(knobs, warmUpTime)));
  return around + benchmarks * share * sumOf(chosenTime(knobs, time));
}

/** The same at a share between the shortest and the wanted times. */
export function roundCostAt(cost: SuiteCost, share: number, count?: number): number {
  return roundCost(cost, toolTimeAt(cost.suite, share), count);
}

import type { Random } from '../../../packages/core/src/stats/random.js';
import { robustScaleWithin } from '../../../packages/core/src/stats/robust-scale.js';
import { shuffle } from '../collect/plan.js';
import type { RunSummary } from '../data/run-summary.js';
import { RUNS_A_BLOCK, splitArms, VALUES_A_BLOCK, VALUES_OF_A_PLAN, type Arms, type Series } from './series.js';

/** Runs of one benchmark with unchanged code, in the order measured. */
export interface Unchanged {
  readonly benchmark: string;
  readonly cv: number;
  readonly plainCv: number;
  readonly runs: readonly RunSummary[];
}

/**
 * An A/A comparison out of a benchmark's own record: a window of it, cut into blocks of ten neighbours, five of which are called A and
 * five B at random. Nothing is drawn twice and the order in time stays, so that drift, bursts and outliers are those recorded.
 */
export function relabel({ benchmark, cv, plainCv, runs }: Unchanged, random: Random): Series {
  const start = random.below(Math.max(0, runs.length - VALUES_OF_A_PLAN) + 1);
  const window = runs.slice(start, start + VALUES_OF_A_PLAN);
  const a: RunSummary[] = [];
  const b: RunSummary[] = [];
  for (let block = 0; block + VALUES_A_BLOCK <= window.length; block += VALUES_A_BLOCK) {
    const labels = shuffle(sides, random);
    labels.forEach((side, place) => (side === 0 ? a : b).push(window[block + place] as RunSummary));
  }
  return { benchmark, cv, plainCv, ...splitArms({ a, b }) };
}

const sides: readonly number[] = Array.from({ length: VALUES_A_BLOCK }, (_, place) => (place < RUNS_A_BLOCK ? 0 : 1));

/** Two recorded arms of equal code, relabelled within their blocks. */
export function relabelArms({ a, b }: Arms, random: Random): Arms {
  const relabelled: { a: RunSummary[]; b: RunSummary[] } = { a: [], b: [] };
  for (let start = 0; start + RUNS_A_BLOCK <= a.length; start += RUNS_A_BLOCK) {
    const pool = shuffle([...a.slice(start, start + RUNS_A_BLOCK), ...b.slice(start, start + RUNS_A_BLOCK)], random);
    relabelled.a.push(...pool.slice(0, RUNS_A_BLOCK));
    relabelled.b.push(...pool.slice(RUNS_A_BLOCK));
  }
  return relabelled;
}

/** Robust scale of the logarithms about the medians of groups of ten neighbours. */
export function robustVariation(runs: readonly RunSummary[]): number {
  const groups: number[][] = [];
  for (let start = 0; start < runs.length; start += VALUES_A_BLOCK) {
    groups.push(runs.slice(start, start + VALUES_A_BLOCK).map(({ low }) => Math.log(low)));
  }
  return robustScaleWithin(groups);
}

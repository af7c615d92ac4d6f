import type { Random } from '../../../packages/core/src/stats/random.js';
import type { Mode, Variant } from '../data/own-recording.js';

/** One process run to come. */
export interface Slot {
  readonly workload: string;
  readonly variant: Variant;
}

/** Runs a variant has in one block. */
const RUNS_A_BLOCK = 5;
/** A variant's runs in a row, as a share of what it has in blocks. */
const SEQUENTIAL_SHARE = 0.5;

const variants: Readonly<Record<Mode, readonly Variant[]>> = {
  slots: ['A', 'A2', 'B2', 'B5', 'B10', 'B20'],
  load: ['A', 'A2', 'B5'],
  seq: ['A', 'A2', 'B5'],
};

export interface JobPlan {
  readonly mode: Mode;
  readonly workloads: readonly string[];
  /** Blocks of a job: eight hold six for the looks and two to confirm. */
  readonly blocks: number;
}

/** All runs of one job in the order to measure them; blocks of one workload are spread over the job. */
export function planJob({ mode, workloads, blocks }: JobPlan, random: Random): Slot[] {
  if (mode === 'seq') {
    const length = Math.round(RUNS_A_BLOCK * blocks * SEQUENTIAL_SHARE);
    return workloads.flatMap((workload) => variants.seq.flatMap((variant) => Array.from({ length }, () => ({ workload, variant }))));
  }
  return Array.from({ length: blocks }, () => workloads.flatMap((workload) => planBlock(workload, variants[mode], random))).flat();
}

function planBlock(workload: string, used: readonly Variant[], random: Random): Slot[] {
  return shuffle(used.flatMap((variant) => Array.from({ length: RUNS_A_BLOCK }, () => ({ workload, variant }))), random);
}

/** A new array in random order (Fisher and Yates). */
export function shuffle<T>(values: readonly T[], random: Random): T[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

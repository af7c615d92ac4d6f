import type { RunSummary } from '../data/run-summary.js';

/** Runs of one benchmark a side, in the order measured: five and five a block. */
export interface Arms {
  readonly a: readonly RunSummary[];
  readonly b: readonly RunSummary[];
}

/** One comparison of one benchmark, as paired mode would have measured it. */
export interface Series {
  /** What the data are clustered by. */
  readonly benchmark: string;
  /** Robust between-run coefficient of variation of everything recorded of the benchmark, drift between blocks taken out; a share. */
  readonly cv: number;
  /** Standard deviation over mean of the same, outliers and drift included. */
  readonly plainCv: number;
  /** The runs for the looks, up to 30 a side. */
  readonly looks: Arms;
  /** Fresh runs that a failure is confirmed by; empty where the recording is too short. */
  readonly confirmation: Arms;
}

export const RUNS_A_BLOCK = 5;
/** Values that one block takes of a record of one arm. */
export const VALUES_A_BLOCK = 2 * RUNS_A_BLOCK;
export const LOOK_BLOCKS = 6;
export const CONFIRMATION_BLOCKS = 2;
/** Values that a full plan takes: six blocks for the looks, two to confirm. */
export const VALUES_OF_A_PLAN = (LOOK_BLOCKS + CONFIRMATION_BLOCKS) * VALUES_A_BLOCK;
/** The looks come at two, four and six blocks. */
const BLOCKS_A_LOOK = 2;

/** How many of the blocks there are serve the looks; what is left over confirms. */
export function lookBlocks(blocks: number): number {
  const spare = blocks - CONFIRMATION_BLOCKS;
  const usable = spare >= BLOCKS_A_LOOK ? spare : blocks;
  return Math.min(LOOK_BLOCKS, usable - (usable % BLOCKS_A_LOOK));
}

/** A series from arms as long as there were blocks. */
export function splitArms({ a, b }: Arms): { looks: Arms; confirmation: Arms } {
  const blocks = Math.floor(Math.min(a.length, b.length) / RUNS_A_BLOCK);
  const split = lookBlocks(blocks) * RUNS_A_BLOCK;
  const full = blocks >= lookBlocks(blocks) + CONFIRMATION_BLOCKS;
  const end = full ? split + CONFIRMATION_BLOCKS * RUNS_A_BLOCK : split;
  return {
    looks: { a: a.slice(0, split), b: b.slice(0, split) },
    confirmation: { a: a.slice(split, end), b: b.slice(split, end) },
  };
}

/** The same series with side b slowed down by a factor. */
export function mapHead(series: Series, change: (run: RunSummary) => RunSummary): Series {
  const slowed = ({ a, b }: Arms): Arms => ({ a, b: b.map(change) });
  return { ...series, looks: slowed(series.looks), confirmation: slowed(series.confirmation) };
}

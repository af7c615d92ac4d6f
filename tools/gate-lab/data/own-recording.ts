import { summarizeTimes, type RunSummary } from './run-summary.js';

/** Code under comparison: A and A2 are the same program, Bn does n per cent more work. */
export type Variant = 'A' | 'A2' | 'B2' | 'B5' | 'B10' | 'B20';

/** How a job ordered its runs: at random within blocks, the same with a busy neighbour coming up at some point, or one variant after the other. */
export type Mode = 'slots' | 'load' | 'seq';

/** The variant, then the times of its ten iterations, ns with four digits; runs are in the order they were measured. */
export type RecordedRun = readonly [Variant, ...number[]];

/** One workload of one job. */
export interface RecordedJob {
  readonly cycle: number;
  readonly mode: Mode;
  readonly workload: string;
  readonly runs: readonly RecordedRun[];
}

export interface OwnRecording {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string; readonly os: string };
  readonly seed: number;
  readonly jobs: readonly RecordedJob[];
}

/** Iterations' times of every run of a variant. */
export function timesOf({ runs }: RecordedJob, wanted: Variant): number[][] {
  return runs.flatMap(([variant, ...times]) => (variant === wanted ? [times] : []));
}

export function runsOf(job: RecordedJob, wanted: Variant): RunSummary[] {
  return timesOf(job, wanted).map(summarizeTimes);
}

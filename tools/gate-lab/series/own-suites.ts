import { createRandom, type Random } from '../../../packages/core/src/stats/random.js';
import { runsOf, timesOf, type Mode, type RecordedJob, type Variant } from '../data/own-recording.js';
import { summarizeTimes } from '../data/run-summary.js';
import { robustVariation, relabelArms } from './relabel.js';
import { momentsOf } from '../rules/moments.js';
import { splitArms, type Arms, type Series } from './series.js';

export interface OwnPlan {
  readonly mode: Mode;
  /** A2: unchanged code; else the variant with so many per cent more work. */
  readonly head: Variant;
  /** How often each job is relabelled; a job measured one side after the other has one labelling only. */
  readonly redraws: number;
  readonly seed: number;
}

/** One suite a job and redraw: all workloads of the job. Equal code is relabelled within blocks; a slower variant is held against a random half of the equal runs. */
export function ownSuites(jobs: readonly RecordedJob[], { mode, head, redraws, seed }: OwnPlan): Series[][] {
  const random = createRandom(seed);
  const cycles = jobsByCycle(jobs, mode);
  return Array.from({ length: mode === 'seq' ? 1 : redraws }, () => cycles.map((workloads) => workloads.map((job) => ownSeries(job, head, random)))).flat();
}

/** Suites whose base was measured in one job and whose head in another of the same machine: every ordered pair of cycles. */
export function acrossJobs(jobs: readonly RecordedJob[], head: Variant): Series[][] {
  const cycles = jobsByCycle(jobs, 'slots');
  return cycles.flatMap((base, from) => cycles.filter((_, to) => to !== from).map((other) => base.map((job, index) => acrossSeries(job, other[index] ?? job, head))));
}

function jobsByCycle(jobs: readonly RecordedJob[], mode: Mode): RecordedJob[][] {
  const cycles = new Map<number, RecordedJob[]>();
  for (const job of jobs.filter((one) => one.mode === mode)) cycles.set(job.cycle, [...(cycles.get(job.cycle) ?? []), job]);
  return [...cycles.values()];
}

function ownSeries(job: RecordedJob, head: Variant, random: Random): Series {
  const equal = { a: runsOf(job, 'A'), b: runsOf(job, 'A2') };
  const arms = job.mode === 'seq' ? equal : relabelArms(equal, random);
  return describe(job, head === 'A2' ? arms : { a: arms.a, b: runsOf(job, head) });
}

function acrossSeries(base: RecordedJob, other: RecordedJob, head: Variant): Series {
  return describe(base, { a: runsOf(base, 'A'), b: runsOf(other, head) });
}

function describe(job: RecordedJob, arms: Arms): Series {
  const { mean, variance } = momentsOf(timesOf(job, 'A').map((times) => summarizeTimes(times).low));
  return { benchmark: `${job.workload} ${job.cycle}`, cv: robustVariation(arms.a), plainCv: Math.sqrt(variance) / mean, ...splitArms(arms) };
}

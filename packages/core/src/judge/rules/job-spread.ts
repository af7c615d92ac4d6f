import { sampleStandardDeviation } from 'simple-statistics';

import { median } from '../../stats/descriptive.js';
import { studentTQuantile } from '../../stats/student-t.js';
import { JOBS_FOR_SPREAD } from '../decision-constants.js';

/** How far jobs of the same code differ. */
export interface JobSpread {
  readonly jobs: number;
  /** Standard error of one further job against the jobs' middle, log. */
  readonly error: number;
  /** Half-width of the prediction interval of one further job. */
  halfWidth(level: number): number;
}

/** Spread between a baseline's jobs, from one list of log values a job; null with too few jobs to tell. */
export function jobSpread(jobs: readonly (readonly number[])[]): JobSpread | null {
  const count = jobs.length;
  if (count < JOBS_FOR_SPREAD) return null;
  const error = sampleStandardDeviation(jobs.map((job) => median(job))) * Math.sqrt(1 + 1 / count);
  return { jobs: count, error, halfWidth: (level) => studentTQuantile((1 + level) / 2, count - 1) * error };
}

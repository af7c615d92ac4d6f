import type { SuiteConfig } from '@benchline/core/model';

/** Criterion's flags for its times, in seconds. */
export function criterionTimes({ warmupMs, measureMs }: SuiteConfig): string[] {
  const seconds = (ms: number): string => String(ms / 1000);
  return [...(warmupMs === null ? [] : ['--warm-up-time', seconds(warmupMs)]), ...(measureMs === null ? [] : ['--measurement-time', seconds(measureMs)])];
}

import type { PerformanceReport } from '@benchline/core/model';

/** Whether all reports were measured by one CI job on one machine: then nothing but the code differs between them. */
export function isSameJob(reports: readonly PerformanceReport[]): boolean {
  const jobs = new Set(reports.map(({ provenance: { ci, host, measured } }) => (ci === null || ci.run === null || measured !== 'now' ? null : JSON.stringify([ci.provider, ci.run, ci.url, host.fingerprint]))));
  return jobs.size === 1 && !jobs.has(null);
}

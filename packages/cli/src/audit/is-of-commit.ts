import type { Comparison, PerformanceReport } from '@benchline/core/model';

/** Whether a paired comparison, which reads no report, is at least about the report's commit. A report replayed from a cache may be of an earlier one, whose inputs were the same. */
export function isOfCommit({ head }: Comparison, { provenance: { commit, measured } }: PerformanceReport): boolean {
  return measured === 'replayed' || head.commit.sha === commit.sha;
}

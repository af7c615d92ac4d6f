import { createLimitFormat } from '../../model/format-limit.js';
import type { SloPolicy } from '../../model/generated/types.js';

/** An objective in words: "decode/*: throughput (median) at least 80.0 MB/s". */
export function describeObjective({ suite, benchmark, metric, statistic, kind, limit, unit }: SloPolicy): string {
  const where = suite === null ? benchmark : `${suite}: ${benchmark}`;
  return `${where}: ${metric} (${statistic}) ${kind === 'floor' ? 'at least' : 'at most'} ${createLimitFormat(limit, unit)(limit)}`;
}

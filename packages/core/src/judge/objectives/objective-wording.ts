import { formatValue } from '../../model/format-value.js';
import type { SloPolicy } from '../../model/generated/types.js';

/** An objective in words: "decode/*: throughput (median) at least 76.3 MiB/s". */
export function describeObjective({ suite, benchmark, metric, statistic, kind, limit, unit }: SloPolicy): string {
  const where = suite === null ? benchmark : `${suite}: ${benchmark}`;
  return `${where}: ${metric} (${statistic}) ${kind === 'floor' ? 'at least' : 'at most'} ${formatValue(limit, unit)}`;
}

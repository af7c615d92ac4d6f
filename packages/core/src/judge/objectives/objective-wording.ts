import { createLimitFormat } from '../../model/format-limit.js';
import type { SloPolicy } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';

/** An objective in words: "decode/*: throughput (median) at least 80.0 MB/s". */
export function describeObjective(objective: SloPolicy): string {
  const { suite, benchmark, metric, statistic, kind, limit, unit, budget } = objective;
  const where = suite === null ? benchmark : `${suite}: ${benchmark}`;
  const bound = `${kind === 'floor' ? 'at least' : 'at most'} ${createLimitFormat(limit, unit)(limit)}`;
  if (budget !== undefined) return `${where}: ${metric} ${bound}, but for ${formatShare(budget)} of the samples`;
  return `${where}: ${metric} (${statistic}) ${bound}`;
}

/** Few names of many: "a, b, c and 4 more". */
export function fewOf(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

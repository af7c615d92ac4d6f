import type { SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { userError } from '../user-error.js';

/**
 * What a filter leaves of a run. Criterion and tinybench filter by themselves, as does a command with `{filter}`;
 * of any other run only the benchmarks whose id the regular expression finds are kept.
 */
export function filterReadings(parsed: Parsed, suite: SuiteConfig): Parsed {
  const { filter, tool, command } = suite;
  if (filter === null || tool === 'criterion' || tool === 'tinybench' || command?.some((word) => word.includes('{filter}')) === true) return parsed;
  const pattern = parseFilter(filter);
  return { ...parsed, readings: parsed.readings.filter(({ benchmark }) => pattern.test(benchmark.id)) };
}

/** Throws BNL016 where the filter is no regular expression. */
export function parseFilter(filter: string): RegExp {
  try {
    return new RegExp(filter);
  } catch {
    throw userError('BNL016', { problem: `--filter ${filter} is not a regular expression`, fix: 'Escape special characters with a backslash.' });
  }
}

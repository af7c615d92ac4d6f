import type { SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { userError } from '../user-error.js';

/**
 * What a filter leaves of a run. Criterion and tinybench filter by themselves, as does a command with `{filter}`;
 * of any other run only the benchmarks whose id the regular expression finds are kept.
 */
export function filterReadings(parsed: Parsed, suite: SuiteConfig): Parsed {
  if (suite.filter === null || suite.tool === 'tinybench' || isFilteredByTool(suite)) return parsed;
  const pattern = parseFilter(suite.filter);
  return { ...parsed, readings: parsed.readings.filter(({ benchmark }) => pattern.test(benchmark.id)) };
}

/** Throws BNL016 where the filter is no regular expression, so that this is known before anything is measured. What a tool of its own kind reads is the tool's to judge. */
export function checkFilter(suite: SuiteConfig): void {
  if (suite.filter !== null && !isFilteredByTool(suite)) parseFilter(suite.filter);
}

function isFilteredByTool({ tool, command }: SuiteConfig): boolean {
  return tool === 'criterion' || command?.some((word) => word.includes('{filter}')) === true;
}

function parseFilter(filter: string): RegExp {
  try {
    return new RegExp(filter);
  } catch {
    throw userError('BNL016', { problem: `--filter ${filter} is not a regular expression`, fix: 'Escape special characters with a backslash.' });
  }
}

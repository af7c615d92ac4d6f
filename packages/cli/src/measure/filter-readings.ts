import type { SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { RunnerTraits } from '../tools/tool-runner.js';
import { userError } from '../user-error.js';

/** What a filter leaves of a run. Of one that neither the tool nor its command has filtered only the benchmarks whose id the regular expression finds are kept. */
export function filterReadings(parsed: Parsed, suite: SuiteConfig, filter: RunnerTraits['filter']): Parsed {
  if (suite.filter === null || isFilteredByTool(suite, filter)) return parsed;
  const pattern = parseFilter(suite.filter);
  return { ...parsed, readings: parsed.readings.filter(({ benchmark }) => pattern.test(benchmark.id)) };
}

/** Throws BNL016 where the filter is no regular expression, so that this is known before anything is measured. What a tool reads itself is the tool's to judge. */
export function checkFilter(suite: SuiteConfig, filter: RunnerTraits['filter']): void {
  if (suite.filter !== null && !isFilteredByTool(suite, filter)) parseFilter(suite.filter);
}

function isFilteredByTool({ command }: SuiteConfig, filter: RunnerTraits['filter']): boolean {
  return filter === 'tool' || command?.some((word) => word.includes('{filter}')) === true;
}

function parseFilter(filter: string): RegExp {
  try {
    return new RegExp(filter);
  } catch {
    throw userError('BNL016', { problem: `--filter ${filter} is not a regular expression`, fix: 'Escape special characters with a backslash.' });
  }
}

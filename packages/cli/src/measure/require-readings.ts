import { createFinding, type SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { UserError } from '../user-error.js';

/** Throws BNL009, with what the parser found, where a round has no reading: whatever the tool said, that is no success. */
export function requireReadings({ readings, findings }: Parsed, suite: Pick<SuiteConfig, 'name' | 'filter'>): void {
  if (readings.some(({ status }) => status !== 'skipped')) return;
  const errors = findings.filter(({ level }) => level === 'error');
  throw new UserError([createFinding('BNL009', { suite: suite.name, because: because(suite.filter, errors.length) }, { suite: suite.name }), ...errors], 2);
}

function because(filter: string | null, errors: number): string {
  if (errors > 0) return 'its output could not be read';
  return filter === null ? 'the tool ended well but left no results' : `no benchmark matches the filter ${filter}`;
}

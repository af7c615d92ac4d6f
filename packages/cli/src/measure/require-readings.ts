import { createFinding, type SuiteConfig } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import { UserError, userError } from '../user-error.js';

/** As many benchmarks as a suite of a report may have. */
const mostBenchmarks = 200_000;

type NamedSuite = Pick<SuiteConfig, 'name' | 'filter'> & Partial<Pick<SuiteConfig, 'tags'>>;

/** Throws BNL012 where a round has more benchmarks than a report can: said at once, not after all of them have been put together. */
export function refuseTooMany({ readings }: Parsed, suite: Pick<SuiteConfig, 'name'>): void {
  if (readings.length <= mostBenchmarks) return;
  const count = new Set(readings.map(({ benchmark }) => benchmark.id)).size;
  if (count > mostBenchmarks) throw userError('BNL012', { limit: `${mostBenchmarks} benchmarks in a suite`, found: String(count) }, { suite: suite.name });
}

/** Throws BNL009, with what the parser found, where a round has no reading: whatever the tool said, that is no success. */
export function requireReadings(parsed: Parsed, suite: NamedSuite): void {
  refuseTooMany(parsed, suite);
  if (!hasReadings(parsed)) throw nothingMeasured(parsed, suite);
}

/** Whether anything ran, well or not. */
export function hasReadings({ readings }: Parsed): boolean {
  return readings.some(({ status }) => status !== 'skipped');
}

/** BNL009 with what the parser found; `told` is what else is known of the output. */
export function nothingMeasured({ findings }: Parsed, suite: NamedSuite, told: { file?: string; because?: string | null } = {}): UserError {
  const errors = findings.filter(({ level }) => level === 'error');
  const because = told.because ?? becauseOf(suite, errors.length);
  return new UserError([createFinding('BNL009', { suite: suite.name, because }, { suite: suite.name, ...(told.file === undefined ? {} : { file: told.file }) }), ...errors], 2);
}

function becauseOf({ filter, tags = null }: NamedSuite, errors: number): string {
  if (errors > 0) return 'its output could not be read';
  const chosenBy = [...(filter === null ? [] : [`matches the filter ${filter}`]), ...(tags === null ? [] : [`has the tags ${tags}`])];
  return chosenBy.length === 0 ? 'the tool ended well but left no results' : `no benchmark ${chosenBy.join(' and ')}`;
}

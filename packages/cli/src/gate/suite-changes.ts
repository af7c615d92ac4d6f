import { exitCodeOf, createFinding, type Comparison, type Config, type ExitCode, type Finding } from '@benchline/core/model';

/** What a project's checked-out config takes from its measurements, beside the reviewed one. */
export interface SuiteChanges {
  /** Told; it weakens what a comparison can show. */
  weaker: string[];
  /** What is not measured any more, without a row that says so. */
  unmeasured: string[];
}

/** Compares the suites of two configs. A suite that is gone and whose benchmarks stand as missing in the comparison is told there. */
export function suiteChanges(own: Config, reviewed: Config, comparison: Comparison | null): SuiteChanges {
  const missing = new Set(comparison?.rows.filter(({ verdict }) => verdict === 'missing').map(({ suite }) => suite));
  const changes: SuiteChanges = { weaker: [], unmeasured: [] };
  for (const before of reviewed.suites) {
    const after = own.suites.find(({ name }) => name === before.name);
    if (after === undefined && !missing.has(before.name)) changes.unmeasured.push(`the suite ${before.name}`);
    if (after === undefined) continue;
    if (after.filter !== null && after.filter !== before.filter) changes.unmeasured.push(`a suite ${before.name} ${before.filter === null ? 'without a filter' : `with the filter ${before.filter}`}`);
    if (after.rounds < before.rounds) changes.weaker.push(`rounds of ${before.name} ${before.rounds} → ${after.rounds}`);
    if (after.allowDebug && !before.allowDebug) changes.weaker.push(`allowDebug of ${before.name}`);
  }
  if (own.baselines.keep < reviewed.baselines.keep) changes.weaker.push(`baselines.keep ${reviewed.baselines.keep} → ${own.baselines.keep}`);
  return changes;
}

/** As grave as a missing benchmark is. */
export function unmeasuredFindings(unmeasured: readonly string[], { project, ref, raise }: { project: string; ref: string; raise: Readonly<Record<string, ExitCode>> }): Finding[] {
  return unmeasured.map((removed) => ({ ...createFinding('BNL056', { removed: `${removed} of ${project}`, ref }), level: exitCodeOf('missing', raise) === 0 ? 'warning' : 'error' }));
}

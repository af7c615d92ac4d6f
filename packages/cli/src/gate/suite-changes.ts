import { exitCodeOf, createFinding, type Comparison, type Config, type ExitCode, type Finding, type SuiteConfig } from '@benchline/core/model';

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
    const refused = refusedRows(after.name, comparison);
    if (refused > 0) changes.unmeasured.push(...otherwiseMeasured(before, after));
    if (refused > 0 && isOtherwiseStarted(before, after)) changes.weaker.push(`how ${before.name} is started, and ${refused} of its rows cannot be compared`);
    if (after.rounds < before.rounds) changes.weaker.push(`rounds of ${before.name} ${before.rounds} → ${after.rounds}`);
    if (after.allowDebug && !before.allowDebug) changes.weaker.push(`allowDebug of ${before.name}`);
  }
  if (own.baselines.keep < reviewed.baselines.keep) changes.weaker.push(`baselines.keep ${reviewed.baselines.keep} → ${own.baselines.keep}`);
  return changes;
}

/** Rows that were not compared although both sides were measured on the same host: something of the suite's own differs. */
function refusedRows(suite: string, comparison: Comparison | null): number {
  return comparison?.rows.filter((row) => row.suite === suite && row.verdict === 'not-comparable' && row.differences.every(({ field }) => field !== 'host')).length ?? 0;
}

/** What the reviewed suite was measured with, in words, where its own is measured with something else, so that nothing can be compared. */
function otherwiseMeasured(before: SuiteConfig, after: SuiteConfig): string[] {
  const { name, tool, dataset, threads } = before;
  return [
    ...(tool === after.tool ? [] : [`a suite ${name} of the tool ${tool}`]),
    ...(dataset === after.dataset ? [] : [`a suite ${name} ${dataset === null ? 'without a dataset' : `with the dataset ${dataset}`}`]),
    ...(threads === after.threads ? [] : [`a suite ${name} ${threads === null ? 'without a number of threads' : `with threads ${threads}`}`]),
  ];
}

function isOtherwiseStarted(before: SuiteConfig, after: SuiteConfig): boolean {
  const started = ({ command, build, env, seed, mapping, files }: SuiteConfig): string => JSON.stringify([command, build, Object.entries(env).sort(), seed, mapping, files]);
  return started(before) !== started(after);
}

/** As grave as a missing benchmark is. */
export function unmeasuredFindings(unmeasured: readonly string[], { project, ref, raise }: { project: string; ref: string; raise: Readonly<Record<string, ExitCode>> }): Finding[] {
  return unmeasured.map((removed) => ({ ...createFinding('BNL056', { removed: `${removed} of ${project}`, ref }), level: exitCodeOf('missing', raise) === 0 ? 'warning' : 'error' }));
}

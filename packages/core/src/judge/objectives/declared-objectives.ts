import type { PerformanceReport, SloPolicy } from '../../model/generated/types.js';

/** The objectives that the benchmarks' own sources set (performance specs), each for its benchmark alone, in the order of the report. */
export function declaredObjectives({ suites }: Pick<PerformanceReport, 'suites'>): SloPolicy[] {
  return suites.flatMap((suite) => suite.benchmarks.flatMap(({ id, limits = [] }) => limits.map((limit): SloPolicy => ({ suite: suite.name, benchmark: id, target: null, ...limit }))));
}

/** Those in force: the config's, then the sources' that are not among them. */
export function objectivesInForce(configured: readonly SloPolicy[], report: Pick<PerformanceReport, 'suites'>): SloPolicy[] {
  const known = new Set(configured.map(keyOf));
  return [...configured, ...declaredObjectives(report).filter((objective) => !known.has(keyOf(objective)))];
}

function keyOf(objective: SloPolicy): string {
  return JSON.stringify(Object.entries(objective).sort(([a], [b]) => (a < b ? -1 : 1)));
}

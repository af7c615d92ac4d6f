import type { Benchmark, Metric, PerformanceReport, SloPolicy } from '../../model/generated/types.js';
import { matchesPattern } from '../../model/pattern.js';

/** A benchmark that an objective speaks of. */
export interface ObjectiveMatch {
  readonly suite: string;
  readonly benchmark: Benchmark;
  /** null: the benchmark did not measure it, having failed or been skipped. */
  readonly metric: Metric | null;
}

/**
 * Benchmarks whose names and metric match. One that measured nothing at all matches by its name alone: what it would have shown is
 * unknown. One that measured other metrics only is not meant.
 */
export function matchObjective(objective: SloPolicy, report: PerformanceReport): ObjectiveMatch[] {
  const matches: ObjectiveMatch[] = [];
  for (const suite of report.suites) {
    if (objective.suite !== null && !matchesPattern(objective.suite, suite.name)) continue;
    for (const benchmark of suite.benchmarks) {
      if (!matchesPattern(objective.benchmark, benchmark.id)) continue;
      const measured = benchmark.status === 'ok' ? benchmark.metrics : [];
      const metrics = measured.filter(({ name }) => matchesPattern(objective.metric, name));
      for (const metric of metrics) matches.push({ suite: suite.name, benchmark, metric });
      if (measured.length === 0) matches.push({ suite: suite.name, benchmark, metric: null });
    }
  }
  return matches;
}

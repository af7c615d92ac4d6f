import type { ComparisonPolicy, ComparisonRow, ComparisonSummary, Verdict } from '../../model/generated/types.js';
import { exitCodeOf, worstExitCode, worstVerdict } from '../../model/worst.js';
import { compareCodePoints } from '../code-point-order.js';

const verdicts: readonly Verdict[] = ['improved', 'unchanged', 'inconclusive', 'warn', 'regressed', 'not-comparable', 'missing', 'failed', 'new'];

/**
 * Counts, the worst verdict and the exit code. Rows whose better direction is unknown are counted but never gate: as long as there are others they
 * bear neither on the verdict nor on the code. No row at all is `missing`: nothing measured is not a pass.
 */
export function summarizeRows(rows: readonly ComparisonRow[], { raise }: ComparisonPolicy): ComparisonSummary {
  const gating = rows.filter(({ rule }) => rule !== 'direction');
  const verdict = worstVerdict((gating.length === 0 ? rows : gating).map((row) => row.verdict));
  const found: Iterable<Verdict> = rows.length === 0 ? [verdict] : new Set(gating.map((row) => row.verdict));
  return {
    counts: Object.fromEntries(verdicts.map((each) => [each, rows.filter((row) => row.verdict === each).length])),
    verdict,
    geomean: geometricMean(rows),
    exitCode: worstExitCode([...found].map((each) => exitCodeOf(each, raise))),
  };
}

/** Of 1 + slowdown over the rows that have a change, 1 for none at all; null without such rows. */
function geometricMean(rows: readonly ComparisonRow[]): number | null {
  const logs = rows.flatMap(({ slowdown }) => (slowdown === null || slowdown <= -1 ? [] : [Math.log1p(slowdown)]));
  return logs.length === 0 ? null : Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}

/** By suite, benchmark and metric in code-point order; a row for the benchmark as a whole comes first. */
export function sortRows(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return [...rows].sort(
    (a, b) =>
      compareCodePoints(a.suite, b.suite) ||
      compareCodePoints(a.benchmark, b.benchmark) ||
      compareCodePoints(a.metric ?? '', b.metric ?? '') ||
      compareCodePoints(a.statistic, b.statistic),
  );
}

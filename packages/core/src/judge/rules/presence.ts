import type { Benchmark, ComparisonRow, Statistic } from '../../model/generated/types.js';
import { emptyRow, estimateOf } from '../compare/pairing.js';
import type { BenchmarkSide, Measured } from '../compare/side.js';

/** A benchmark as both sides know it; a side that does not have it is undefined. `hasBaseline` is false where there is nothing to compare with at all. */
export interface Presence {
  readonly base: BenchmarkSide | undefined;
  readonly head: BenchmarkSide | undefined;
  readonly hasBaseline: boolean;
  readonly statistic: Statistic;
}

/**
 * The row of a benchmark that cannot be compared as a whole: failed, or gone. null when head measured it. A benchmark that was never measured on
 * either side (skipped on both, for instance) is shown, not failed.
 */
export function judgePresence({ base, head, statistic }: Presence): ComparisonRow | null {
  const failed = head !== undefined && hasStatus(head, 'failed');
  if (!failed && head !== undefined && head.metrics.size > 0) return null;
  const { suite, id } = head ?? base ?? { suite: '', id: '' };
  const row = { ...emptyRow, suite, benchmark: id, metric: null, statistic, rule: 'presence', grade: 'none' } as const;
  if (failed) return { ...row, verdict: 'failed', reason: 'Failed while it was measured.' };
  const skipped = head !== undefined && hasStatus(head, 'skipped');
  const absence = skipped ? 'Skipped' : 'Not measured';
  if (base !== undefined && base.metrics.size > 0) return { ...row, verdict: 'missing', reason: `${absence}; the baseline has it.` };
  if (head !== undefined && !skipped) return { ...row, verdict: 'missing', reason: `${absence}.` };
  return { ...row, verdict: 'not-comparable', reason: `${absence}; there is no earlier measurement of it either.` };
}

function hasStatus(side: BenchmarkSide, status: Benchmark['status']): boolean {
  return side.sightings.some(({ benchmark }) => benchmark.status === status);
}

/** Adds to the reason of rows that a filter explains. */
export function explainFilter(row: ComparisonRow, filter: string | null): ComparisonRow {
  return filter === null || row.verdict !== 'missing' ? row : { ...row, reason: `${row.reason} The run was limited to --filter ${filter}.` };
}

/** The row of a metric that one side alone has. One without a direction never gates, so that it cannot be missing either: some tools tell it of some runs only. */
export function judgeLoneMetric(jobs: readonly Measured[], side: 'base' | 'head', { base, hasBaseline, statistic }: Presence): ComparisonRow {
  const [first] = jobs;
  const estimate = estimateOf(jobs, statistic);
  const row = {
    ...emptyRow,
    suite: first?.suite.name ?? '',
    benchmark: first?.benchmark.id ?? '',
    metric: first?.metric.name ?? null,
    unit: first?.metric.unit ?? null,
    direction: first?.metric.direction ?? null,
    statistic,
    rule: 'presence',
    grade: 'none',
    [side]: estimate,
  } as const;
  if (side === 'base' && row.direction === null) return { ...row, verdict: 'not-comparable', reason: 'The metric was not measured; the baseline has it. Direction unknown, never gates.' };
  if (side === 'base') return { ...row, verdict: 'missing', reason: 'The metric was not measured; the baseline has it.' };
  return { ...row, verdict: 'new', reason: newness(base, hasBaseline) };
}

function newness(base: BenchmarkSide | undefined, hasBaseline: boolean): string {
  if (!hasBaseline) return 'There is no baseline yet.';
  if (base === undefined) return 'The baseline does not have this benchmark.';
  return base.metrics.size === 0 ? 'The baseline has no measurement of it.' : 'The baseline does not have this metric.';
}

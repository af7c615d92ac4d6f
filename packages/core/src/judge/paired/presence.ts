import type { Benchmark, ComparisonRow, Statistic } from '../../model/generated/types.js';
import { emptyRow } from '../compare/pairing.js';

/** A benchmark that is not `ok` on both sides; null: a side does not have it. */
export interface PairedPresence {
  readonly suite: string;
  readonly benchmark: string;
  readonly base: Benchmark['status'] | null;
  readonly head: Benchmark['status'] | null;
}

/** The row of a benchmark that cannot be compared: failed in head, gone from it, new in it, or measured on neither side. */
export function presenceRow({ suite, benchmark, base, head }: PairedPresence, statistic: Statistic): ComparisonRow {
  const row = { ...emptyRow, suite, benchmark, metric: null, statistic, rule: 'presence', grade: 'none' } as const;
  if (head === 'failed') return { ...row, verdict: 'failed', reason: 'Failed while head was measured.' };
  if (head === 'ok') return { ...row, verdict: 'new', reason: base === null ? 'The base does not have this benchmark.' : `The base has no measurement of it: ${wordFor(base)}.` };
  const absence = head === null ? 'Not measured in head' : `Without a measurement in head: ${wordFor(head)}`;
  if (base === 'ok') return { ...row, verdict: 'missing', reason: `${absence}; the base has it.` };
  return { ...row, verdict: 'not-comparable', reason: `${absence}; the base has no measurement of it either.` };
}

function wordFor(status: Benchmark['status']): string {
  return status === 'missing' ? 'not measured' : status;
}

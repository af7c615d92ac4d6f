import type { Comparison, ComparisonPolicy, ComparisonRow } from '../../model/generated/types.js';
import { expiredOverrides } from '../compare/expired-overrides.js';
import { comparePaired, type PairedNote } from '../paired/compare-paired.js';
import type { PairedPresence } from '../paired/presence.js';

/**
 * Judges the rounds that a paired comparison holds again. Which benchmarks failed or exist on one side only, and what differs between the sides, is not in the
 * rounds and is taken from the rows.
 * @throws RangeError where the comparison holds no rounds
 */
export function judgePairedAgain(comparison: Comparison, policy: ComparisonPolicy): Comparison {
  const { project, base, head, rows, paired } = comparison;
  if (paired === null || base === null) throw new RangeError('the comparison holds no rounds');
  const own = expiredOverrides(comparison.policy).length;
  const findings = comparison.findings.slice(0, Math.max(0, comparison.findings.length - own));
  const whole = rows.filter(({ metric }) => metric === null);
  const again = comparePaired({ project, base, head, policy, run: paired, presence: whole.map(presenceOf), differences: notesOf(rows), findings });
  const reasons = new Map(whole.map((row) => [keyOf(row), row.reason]));
  return { ...again, rows: again.rows.map((row) => (row.metric === null ? { ...row, reason: reasons.get(keyOf(row)) ?? row.reason } : row)) };
}

function keyOf({ suite, benchmark }: Pick<ComparisonRow, 'suite' | 'benchmark'>): string {
  return JSON.stringify([suite, benchmark]);
}

/** Statuses that lead to the row's verdict. */
function presenceOf({ suite, benchmark, verdict }: ComparisonRow): PairedPresence {
  const statuses: Partial<Record<ComparisonRow['verdict'], Pick<PairedPresence, 'base' | 'head'>>> = {
    failed: { base: 'ok', head: 'failed' },
    new: { base: null, head: 'ok' },
    missing: { base: 'ok', head: null },
  };
  return { suite, benchmark, ...(statuses[verdict] ?? { base: null, head: null }) };
}

function notesOf(rows: readonly ComparisonRow[]): PairedNote[] {
  const notes = new Map<string, PairedNote>();
  for (const { suite, benchmark, differences } of rows) {
    if (differences.length > 0) notes.set(keyOf({ suite, benchmark }), { suite, benchmark, differences });
  }
  return [...notes.values()];
}

import type { ComparisonRow, Verdict } from '../../model/generated/types.js';

const worstFirst: readonly Verdict[] = ['failed', 'missing', 'regressed', 'warn', 'inconclusive', 'not-comparable', 'new', 'unchanged', 'improved'];

/** At most so many, the worst of them, in the order given; and how many were left out. What is about no row counts as equally bad. */
export function keepWorst<T>(all: readonly T[], most: number, rowOf: (one: T) => ComparisonRow | null): { kept: T[]; left: number } {
  if (all.length <= most) return { kept: [...all], left: 0 };
  const ranked = all.map((one, index) => ({ index, row: rowOf(one) })).sort((a, b) => badness(a.row) - badness(b.row) || (b.row?.slowdown ?? 0) - (a.row?.slowdown ?? 0) || a.index - b.index);
  const chosen = new Set(ranked.slice(0, most).map(({ index }) => index));
  return { kept: all.filter((_, index) => chosen.has(index)), left: all.length - most };
}

function badness(row: ComparisonRow | null): number {
  return row === null ? 0 : worstFirst.indexOf(row.verdict);
}

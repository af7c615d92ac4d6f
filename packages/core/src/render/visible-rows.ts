import type { ComparisonRow, Verdict } from '../model/index.js';
import { sortWorstFirst, verdictLooks } from './verdict-look.js';

/** Up to this many rows of a quiet verdict are shown; beyond it they are only counted. */
const quietLimit = 20;
/** Nobody reads more rows of one verdict than this. */
const loudLimit = 200;
const quiet: ReadonlySet<Verdict> = new Set(['unchanged', 'new']);

export interface VisibleRows {
  /** Worst first. */
  shown: ComparisonRow[];
  hidden: { verdict: Verdict; count: number }[];
}

/** Worst verdict first, within one the largest slowdown first. */
export function sortRows(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return sortWorstFirst(rows, verdictLooks, badness);
}

/** By how far it got worse; what improved most stands first among the improved. */
function badness({ slowdown, verdict }: ComparisonRow): number {
  // Rounded, so that a time and its throughput, which moved alike, stay together.
  const worse = Math.round((slowdown ?? 0) * 1e6);
  return verdict === 'improved' ? -worse : worse;
}

/** The rows worth a line, and how many more there are of each verdict. */
export function selectRows(rows: readonly ComparisonRow[], all: boolean): VisibleRows {
  const sorted = sortRows(rows);
  if (all) return { shown: sorted, hidden: [] };
  const verdicts = [...new Set(sorted.map(({ verdict }) => verdict))];
  const selected = verdicts.map((verdict) => {
    const group = sorted.filter((row) => row.verdict === verdict);
    return { verdict, group, kept: group.slice(0, keptOf(verdict, group.length)) };
  });
  return {
    shown: selected.flatMap(({ kept }) => kept),
    hidden: selected.flatMap(({ verdict, group, kept }) => (group.length > kept.length ? [{ verdict, count: group.length - kept.length }] : [])),
  };
}

function keptOf(verdict: Verdict, count: number): number {
  if (quiet.has(verdict)) return count > quietLimit ? 0 : count;
  return Math.min(count, verdict === 'not-comparable' ? quietLimit : loudLimit);
}

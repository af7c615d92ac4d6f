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

/** Worst verdict first, within one the largest slowdown first; what never gates comes last. */
export function sortRows(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const sorted = sortWorstFirst(rows, verdictLooks, badness);
  return [...sorted.filter((row) => !neverGates(row)), ...sorted.filter(neverGates)];
}

/** A metric of which nobody said which way is better. */
function neverGates({ rule }: ComparisonRow): boolean {
  return rule === 'direction';
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
  const selected = groupsOf(sorted).map((group) => ({ verdict: group[0].verdict, group, kept: group.slice(0, keptOf(group[0], group.length)) }));
  return {
    shown: selected.flatMap(({ kept }) => kept),
    hidden: selected.flatMap(({ verdict, group, kept }) => (group.length > kept.length ? [{ verdict, count: group.length - kept.length }] : [])),
  };
}

/** An exact count that is not what it was. However small the difference, it is real, and worth a line among the unchanged. */
function isExactChange({ rule, verdict, ratio, slowdown }: ComparisonRow): boolean {
  return rule === 'exact' && verdict === 'unchanged' && (slowdown ?? 0) !== 0 && ratio !== 1;
}

/** Rows of one verdict; those that never gate, and exact counts that changed a little, are groups of their own. */
function groupsOf(sorted: readonly ComparisonRow[]): [ComparisonRow, ...ComparisonRow[]][] {
  const groups = new Map<string, [ComparisonRow, ...ComparisonRow[]]>();
  for (const row of sorted) {
    const key = neverGates(row) ? 'never gates' : isExactChange(row) ? 'counted exactly' : row.verdict;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function keptOf(first: ComparisonRow, count: number): number {
  const { verdict } = first;
  if (isExactChange(first)) return Math.min(count, quietLimit);
  if (quiet.has(verdict) || neverGates(first)) return count > quietLimit ? 0 : count;
  return Math.min(count, verdict === 'not-comparable' ? quietLimit : loudLimit);
}

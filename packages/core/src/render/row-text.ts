import { formatChange, formatIn, formatShare, formatValue, shownUnitOf, type ComparisonRow, type Difference, type Statistic } from '../model/index.js';

/** What stands where there is no value. */
export const nothing = '–';

/** A row's values as people read them; names and reasons are still unescaped. */
export interface RowText {
  base: string;
  head: string;
  /** The one that decided (see decidedChange), of the value itself: +5 % of a throughput is good, the verdict says which way is better. */
  change: string;
}

/** Both values in one unit, that of the base, unless they lie too far apart. */
export function rowText(row: ComparisonRow): RowText {
  const { base, head, unit } = row;
  const decided = decidedChange(row);
  const change = decided === null ? nothing : formatChange(decided);
  if (unit === null) return { base: nothing, head: nothing, change };
  const near = base !== null && head !== null && Math.abs(Math.log10(Math.abs(head.value / base.value))) < 3;
  const shownUnit = near ? shownUnitOf(base.value, unit) : null;
  const show = (value: number): string => (shownUnit === null ? formatValue(value, unit) : formatIn(value, unit, shownUnit));
  return { base: base === null ? nothing : show(base.value), head: head === null ? nothing : show(head.value), change };
}

/** Rules that judge an estimate over all rounds, not the two values beside it. */
const estimating: ReadonlySet<ComparisonRow['rule']> = new Set(['paired', 'rank']);

/**
 * The change that the verdict and its reason speak of, a share of the base's value: where rounds are ranked the estimate over all of them, which can
 * differ from the ratio of the two values shown. null: there is none.
 */
export function decidedChange({ rule, ratio, slowdown, direction }: Pick<ComparisonRow, 'rule' | 'ratio' | 'slowdown' | 'direction'>): number | null {
  if (ratio === null) return null;
  if (!estimating.has(rule) || slowdown === null || slowdown <= -1) return ratio - 1;
  return direction === 'higher' ? 1 / (1 + slowdown) - 1 : slowdown;
}

const statisticWords: Record<Statistic, string> = { median: 'median', mean: 'mean', p95: 'p95', p99: 'p99', min: 'minimum', location: 'mean of the fastest 30 %' };

export function statisticWord(statistic: Statistic): string {
  return statisticWords[statistic];
}

/** "time", or "time p95" where the statistic is neither the usual one nor the location of rounds that stands for it. */
export function metricText(row: Pick<ComparisonRow, 'metric' | 'statistic'>, usual: Statistic): string {
  if (row.metric === null) return nothing;
  return row.statistic === usual || row.statistic === 'location' ? row.metric : `${row.metric} ${statisticWord(row.statistic)}`;
}

/** Names benchmarks; with their suite only where one name stands for benchmarks of several suites. */
export function createRowName(rows: readonly { suite: string | null; benchmark: string }[]): (row: { suite: string | null; benchmark: string }) => string {
  const suites = new Map<string, Set<string | null>>();
  for (const { suite, benchmark } of rows) suites.set(benchmark, (suites.get(benchmark) ?? new Set()).add(suite));
  return ({ suite, benchmark }) => (suite !== null && (suites.get(benchmark)?.size ?? 0) > 1 ? `${suite} › ${benchmark}` : benchmark);
}

const selfEvident: ReadonlySet<string> = new Set(['unchanged', 'improved', 'new']);

/** Why a row has its verdict, where that is not plain from the row itself. */
export function rowNote(row: ComparisonRow): string | null {
  if (selfEvident.has(row.verdict)) return null;
  return [differencesText(row) ?? row.reason, ...roundsNote(row)].join(' ');
}

/** Which fields differ and how, in place of the reason; what to do about it is said once for all rows. */
function differencesText({ differences, verdict }: ComparisonRow): string | null {
  if (verdict !== 'not-comparable' || differences.length === 0) return null;
  return `Differs in ${differences.map(differenceText).join(', ')}.`;
}

/** "toolchain (1.84.0 → 1.85.1)"; of a tool whose version one side does not tell, how to state it. */
export function differenceText({ field, base, head }: Difference): string {
  const [before, after] = [shownValue(base), shownValue(head)];
  if (field === 'harness' && base !== null && head !== null) {
    if (isVersionOf(after, before)) return `${field} (${before}, version unknown → ${after}${howToState}`;
    if (isVersionOf(before, after)) return `${field} (${before} → ${after}, version unknown${howToState}`;
  }
  return `${field} (${before} → ${after})`;
}

const howToState = '; state it: benchline ingest --tool-version VERSION)';

/** Whether `versioned` is a version of the tool that `other` names without one; of that, its output's version may be known. */
function isVersionOf(versioned: string, other: string): boolean {
  return versioned.startsWith(`${other.replace(/, output [^ ]+$/, '')} `);
}

/** Of a digest its beginning tells enough. */
function shownValue(value: string | null): string {
  return value?.replace(/^sha256:([0-9a-f]{12})[0-9a-f]{52}$/, '$1') ?? 'none';
}

function roundsNote({ verdict, roundsNeeded, head, reason }: ComparisonRow): string[] {
  if (verdict !== 'inconclusive' || roundsNeeded === null || reason.includes(String(roundsNeeded))) return [];
  return [`About ${roundsNeeded} rounds a side would settle it${head === null ? '' : `; measured: ${head.rounds}`}.`];
}

/** Geometric mean of 1 + slowdown, in words. */
export function geomeanText(geomean: number | null): string | null {
  if (geomean === null) return null;
  const share = formatShare(Math.abs(geomean - 1));
  if (formatChange(geomean - 1) === '0.0 %') return 'geometric mean: no change';
  return `geometric mean: ${share} ${geomean > 1 ? 'slower' : 'faster'}`;
}

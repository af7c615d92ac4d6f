import { upperIncompleteGamma } from './incomplete-gamma.js';

export interface GroupTest {
  /** H, corrected for ties. */
  readonly statistic: number;
  readonly degrees: number;
  /** From the chi-square law; good from about five values a group. */
  readonly p: number;
}

/**
 * Do groups differ in location (Kruskal and Wallis 1952)? Groups that are empty are left out; all values equal gives p = 1.
 * @throws RangeError when fewer than two groups have values
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): GroupTest {
  const filled = groups.filter(({ length }) => length > 0);
  if (filled.length < 2) {
    throw new RangeError('a comparison of groups needs at least two with values');
  }
  const degrees = filled.length - 1;
  const { rankSums, ties, n } = rankGroups(filled);
  const freedom = 1 - ties / (n ** 3 - n);
  if (freedom === 0) return { statistic: 0, degrees, p: 1 };
  const spread = rankSums.reduce((sum, rankSum, group) => sum + rankSum ** 2 / (filled[group]?.length ?? 1), 0);
  const statistic = Math.max(0, ((12 / (n * (n + 1))) * spread - 3 * (n + 1)) / freedom);
  return { statistic, degrees, p: upperIncompleteGamma(degrees / 2, statistic / 2) };
}

/** Sums of middle ranks by group, and the sum of t^3 - t over runs of t tied values. */
function rankGroups(groups: readonly (readonly number[])[]): { rankSums: number[]; ties: number; n: number } {
  const tagged = groups.flatMap((values, group) => values.map((value) => ({ value, group }))).sort((x, y) => x.value - y.value);
  const rankSums = groups.map(() => 0);
  let ties = 0;
  for (let from = 0; from < tagged.length; ) {
    let to = from;
    while (to < tagged.length && tagged[to]?.value === tagged[from]?.value) to += 1;
    for (const { group } of tagged.slice(from, to)) rankSums[group] = (rankSums[group] ?? 0) + (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { rankSums, ties, n: tagged.length };
}

/**
 * Splits an error budget over planned looks at growing data: looking several times then errs no more often than `total` in all
 * (Bonferroni over looks; Pocock 1977 and Lan and DeMets 1983 for the idea).
 * @throws RangeError when a share is negative or they add up to more than 1
 */
export function spend(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((partial, share) => partial + share, 0);
  if (!shares.every((share) => share >= 0) || sum > 1 + 1e-9) {
    throw new RangeError(`shares of an error budget are not negative and add up to 1 at most: ${shares.join(', ')}`);
  }
  return shares.map((share) => total * share);
}

/** A look's p-value on the scale of the whole budget: at most `total` exactly when p is at most `spent`, the look's own part. */
export function lookAdjustedP(p: number, spent: number, total: number): number {
  return spent > 0 ? Math.min(1, (p * total) / spent) : 1;
}

/** One p-value for all looks taken so far: the smallest of the adjusted ones. `p` holds one value per look taken, from the first on. */
export function pOverLooks(p: readonly number[], total: number, shares: readonly number[]): number {
  const budget = spend(total, shares);
  if (p.length > budget.length) {
    throw new RangeError(`${p.length} looks taken, ${budget.length} planned`);
  }
  return p.reduce((smallest, value, look) => Math.min(smallest, lookAdjustedP(value, budget[look] ?? 0, total)), 1);
}

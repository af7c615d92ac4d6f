/**
 * Which hypotheses are rejected when the expected share of false ones among the rejected shall be at most `q`
 * (Benjamini and Hochberg 1995). `m` is the number of hypotheses planned; those without a p-value yet count as not rejected.
 * @throws RangeError when a p-value is no probability, or m is smaller than their number
 */
export function benjaminiHochberg(p: readonly number[], q: number, m: number = p.length): boolean[] {
  const order = checkedOrder(p, m);
  const accepted = order.findLastIndex((index, rank) => (p[index] ?? 1) <= ((rank + 1) * q) / m);
  const rejected = p.map(() => false);
  for (const index of order.slice(0, accepted + 1)) rejected[index] = true;
  return rejected;
}

/** The smallest q at which each hypothesis would be rejected, at most 1. */
export function benjaminiHochbergAdjusted(p: readonly number[], m: number = p.length): number[] {
  const order = checkedOrder(p, m);
  const adjusted = p.map(() => 1);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] ?? 0;
    smallest = Math.min(smallest, ((p[index] ?? 1) * m) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}

/** Indices of the p-values from the smallest up. */
function checkedOrder(p: readonly number[], m: number): number[] {
  if (!p.every((value) => value >= 0 && value <= 1)) {
    throw new RangeError('every p-value lies in [0, 1]');
  }
  if (m < p.length) {
    throw new RangeError(`fewer hypotheses planned (${m}) than p-values given (${p.length})`);
  }
  return p.map((_, index) => index).sort((x, y) => (p[x] ?? 1) - (p[y] ?? 1));
}

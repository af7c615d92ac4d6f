/** The null distribution of a rank statistic that takes the whole values 0 to `pairs` and is symmetric about pairs / 2. */
export interface RankLaw {
  readonly pairs: number;
  /** P(U <= u); `u` is rounded down. P(U >= u) is `atMost(pairs - u)`. */
  atMost(u: number): number;
  /** How many of the values 0, 1, 2, ... have P(U <= value) <= tail: the depth of an order-statistic bound. */
  depth(tail: number): number;
}

/** Probabilities that are equal on paper must not differ by rounding: 1/20 reaches a tail of (1 - 0.9) / 2. */
const ROUNDING = 1e-9;

/** The law that a list of probabilities spells out. */
export function tabulatedLaw(pmf: Float64Array): RankLaw {
  const cdf = Float64Array.from(pmf);
  for (let u = 1; u < cdf.length; u += 1) {
    cdf[u] = Math.min(1, (cdf[u] ?? 0) + (cdf[u - 1] ?? 0));
  }
  return lawOf(cdf.length - 1, (u) => cdf[u] ?? 1);
}

/** A law from its distribution function, which must not fall. */
export function lawOf(pairs: number, cdf: (u: number) => number): RankLaw {
  const atMost = (u: number): number => (u < 0 ? 0 : u >= pairs ? 1 : cdf(Math.floor(u)));
  const depth = (tail: number): number => {
    let low = 0;
    let high = pairs + 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (atMost(middle) <= tail * (1 + ROUNDING)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { pairs, atMost, depth };
}

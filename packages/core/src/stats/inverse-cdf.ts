/**
 * The smallest argument at which a rising function is at least `p`, between one where it is not and one where it is.
 * Bisection down to neighbouring numbers: slow and sure, for quantiles that are asked for a few times a run.
 */
export function inverseCdf(cdf: (x: number) => number, p: number, [from, to]: readonly [number, number]): number {
  let low = from;
  let high = to;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
}

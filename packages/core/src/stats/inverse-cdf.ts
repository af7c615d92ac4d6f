/**
 * Where a rising function reaches `p`, between two arguments that enclose the place; exact to the last bits of the argument.
 * Bisection: slow and sure, for quantiles that are asked for a few times a run.
 */
export function inverseCdf(cdf: (x: number) => number, p: number, [from, to]: readonly [number, number]): number {
  let low = from;
  let high = to;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
}

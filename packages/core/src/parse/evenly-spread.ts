/** So many values of one run are kept: enough for every quantile that is ever taken of them. */
const mostValues = 1000;

/** At most 1000 of the values, evenly spread over the list, first and last kept: of sorted ones the quantiles stay what they were, of others the order. */
export function evenlySpread(values: readonly number[]): number[] {
  if (values.length <= mostValues) return [...values];
  const step = (values.length - 1) / (mostValues - 1);
  return Array.from({ length: mostValues }, (_, index) => values[Math.round(index * step)] as number);
}

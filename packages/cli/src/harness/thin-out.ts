/** At most `most` of the values, evenly spread over the array, first and last kept. Quantiles stay what they were; the mean nearly so. */
export function thinOut(values: readonly number[], most: number): number[] {
  if (values.length <= most) return [...values];
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * step)] as number);
}

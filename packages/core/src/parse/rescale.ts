/** Beyond it, whole numbers have more digits than are kept. */
const largestWhole = 1e15;

/** A value times a factor, without the noise of binary fractions: 0.011644752 s is 11644752 ns, not 11644752.000000002. */
export function rescale(value: number, factor: number): number {
  const product = value * factor;
  const whole = Math.round(product);
  // Mostly a whole number is meant; formatting costs a hundred times as much.
  if (Math.abs(product - whole) <= Math.abs(product) * 2 ** -51 && Math.abs(whole) < largestWhole) return whole;
  return Number(product.toPrecision(15));
}

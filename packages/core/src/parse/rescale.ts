/** A value times a factor, without the noise of binary fractions: 0.011644752 s is 11644752 ns, not 11644752.000000002. */
export function rescale(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

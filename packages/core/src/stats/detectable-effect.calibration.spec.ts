import { minimumDetectableEffect } from './detectable-effect.js';
import { createShift } from './shift.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';

const RUNS = 1500;

describe('a shift of the minimum detectable size', () => {
  it.each([
    [10, 2, 0.82],
    [20, 4, 0.89],
    [30, 6, 0.9],
    [60, 1, 0.95],
  ])('is seen by a 99 %% interval from %i rounds a side in %i blocks at the documented rate of %d', (n, blocks, documented) => {
    const { normal } = createDraws(61);
    const effect = minimumDetectableEffect(1, n);
    const power = rateOf(RUNS, () => createShift(Array.from({ length: blocks }, () => ({
      a: sample(n / blocks, normal),
      b: sample(n / blocks, normal).map((x) => x + effect),
    }))).interval(0.99).lower > 0);
    expect(Math.abs(power - documented)).toBeLessThanOrEqual(slack(documented, RUNS));
  });
});

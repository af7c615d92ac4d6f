import { normalQuantile } from './normal.js';
import { quantileInterval } from './quantile-interval.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';

const RUNS = 3000;

const truth = {
  normal: normalQuantile,
  lognormal: (p: number) => Math.exp(normalQuantile(p)) - 1,
  cauchy: (p: number) => Math.tan(Math.PI * (p - 0.5)),
  // Rounding moves a quantile to the nearest whole number.
  ties: (p: number) => Math.round(normalQuantile(p)),
};

describe.each([2, 6, 10, 25, 59])('an interval from %i values', (n) => {
  it.each(['normal', 'lognormal', 'cauchy', 'ties'] as const)('covers the quantile at least as often as it says: %s', (shape) => {
    const { [shape]: draw } = createDraws(41);
    for (const [p, level] of [[0.5, 0.5], [0.5, 0.9], [0.5, 0.99], [0.9, 0.8]] as const) {
      const quantile = truth[shape](p);
      const covered = rateOf(RUNS, () => {
        const { lower, upper } = quantileInterval(sample(n, draw), { p, level });
        return lower <= quantile && quantile <= upper;
      });
      expect(covered).toBeGreaterThanOrEqual(level - slack(level, RUNS));
    }
  });
});

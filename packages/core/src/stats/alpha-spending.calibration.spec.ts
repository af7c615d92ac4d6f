import { pOverLooks } from './alpha-spending.js';
import { createShift } from './shift.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';

const RUNS = 4000;
const SHARES = [0.2, 0.3, 0.5];

/** p-values of looks after 10, 15 and 20 rounds a side at data in which nothing changed. */
function looks(draw: () => number): number[] {
  const blocks = Array.from({ length: 4 }, () => ({ a: sample(5, draw), b: sample(5, draw) }));
  return [2, 3, 4].map((seen) => createShift(blocks.slice(0, seen)).pGreater(0));
}

describe('three looks at growing data', () => {
  it.each(['normal', 'cauchy', 'ties'] as const)('err at most as often as the whole budget allows: %s values', (shape) => {
    const { [shape]: draw } = createDraws(31);
    const rate = rateOf(RUNS, () => pOverLooks(looks(draw), 0.05, SHARES) <= 0.05);
    expect(rate).toBeLessThanOrEqual(0.05 + slack(0.05, RUNS));
    expect(rate).toBeGreaterThan(shape === 'ties' ? 0 : 0.02);
  });

  it('err more often than that when each look spends the whole budget', () => {
    const { normal } = createDraws(32);
    expect(rateOf(RUNS, () => Math.min(...looks(normal)) <= 0.05)).toBeGreaterThan(0.05 + slack(0.05, RUNS));
  });
});

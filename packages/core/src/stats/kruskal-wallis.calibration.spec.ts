import { kruskalWallis } from './kruskal-wallis.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';

const RUNS = 4000;

describe.each([[[5, 5, 5]], [[10, 6, 20]], [[8, 8]]])('groups of %j values that do not differ', (sizes) => {
  it.each(['normal', 'cauchy', 'ties'] as const)('are told apart at most as often as allowed: %s', (shape) => {
    const { [shape]: draw } = createDraws(71);
    for (const alpha of [0.05, 0.01]) {
      const rate = rateOf(RUNS, () => kruskalWallis(sizes.map((n) => sample(n, draw))).p <= alpha);
      expect(rate).toBeLessThanOrEqual(alpha + slack(alpha, RUNS));
      expect(rate).toBeGreaterThan(0);
    }
  });
});

it('tells groups apart that do differ', () => {
  const { normal } = createDraws(72);
  expect(kruskalWallis([sample(20, normal), sample(20, normal).map((x) => x + 3)]).p).toBeLessThan(1e-6);
});

import { benjaminiHochberg } from './benjamini-hochberg.js';
import { createRandom } from './random.js';
import { rateOf, slack } from './testing/calibration.js';

const RUNS = 4000;

describe('false discoveries among 100 hypotheses', () => {
  it('touch a share q of suites in which nothing changed', () => {
    const random = createRandom(21);
    const rate = rateOf(RUNS, () => benjaminiHochberg(Array.from({ length: 100 }, random.uniform), 0.05).includes(true));
    // Independent p-values meet the bound exactly.
    expect(Math.abs(rate - 0.05)).toBeLessThanOrEqual(slack(0.05, RUNS));
  });

  it('stay a share q of what is found when 20 of 100 changed, and all 20 are found', () => {
    const random = createRandom(22);
    let shares = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const found = benjaminiHochberg(Array.from({ length: 100 }, (_, i) => random.uniform() * (i < 20 ? 1e-5 : 1)), 0.1);
      expect(found.slice(0, 20)).not.toContain(false);
      shares += found.slice(20).filter(Boolean).length / found.filter(Boolean).length;
    }
    // The expected share is q x 80/100; a run's share spreads by less than 0.1.
    expect(Math.abs(shares / RUNS - 0.08)).toBeLessThanOrEqual(4.5 * (0.1 / Math.sqrt(RUNS)));
  });

  it('are far more frequent without the control', () => {
    const random = createRandom(23);
    expect(rateOf(200, () => Array.from({ length: 100 }, random.uniform).some((p) => p <= 0.05))).toBeGreaterThan(0.95);
  });
});

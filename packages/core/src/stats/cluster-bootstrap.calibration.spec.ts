import { clusterBootstrap } from './cluster-bootstrap.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';

const RUNS = 400;
const { normal } = createDraws(51);

/** Processes whose level differs by 5 % and whose single values scatter by 10 %. */
function side(processes: number, shift: number): number[][] {
  return Array.from({ length: processes }, () => {
    const level = shift + 0.05 * normal();
    return sample(12, normal).map((x) => Math.exp(level + 0.1 * x));
  });
}

function coverage(processes: readonly [number, number], p: number): number {
  return rateOf(RUNS, () => {
    const { lower, upper } = clusterBootstrap({ a: side(processes[0], 0), b: side(processes[1], 0.1) }, { p, level: 0.95, resamples: 400 });
    return lower <= 0.1 && 0.1 <= upper;
  });
}

describe('the interval of a ratio of pooled quantiles', () => {
  it.each([[30, 30, 0.5], [30, 30, 0.95], [15, 30, 0.95]])('from %i and %i processes covers quantile %d nearly as often as it says', (a, b, p) => {
    expect(coverage([a, b], p)).toBeGreaterThanOrEqual(0.93 - slack(0.93, RUNS));
  });

  it.each([[5, 5, 0.5], [5, 5, 0.95]])('from %i and %i processes covers quantile %d four times in five', (a, b, p) => {
    expect(coverage([a, b], p)).toBeGreaterThanOrEqual(0.8);
  });

  it('would cover too seldom if single values were drawn', () => {
    const covered = rateOf(RUNS, () => {
      const single = { a: side(5, 0).flat().map((x) => [x]), b: side(5, 0.1).flat().map((x) => [x]) };
      const { lower, upper } = clusterBootstrap(single, { p: 0.5, level: 0.95, resamples: 400 });
      return lower <= 0.1 && 0.1 <= upper;
    });
    expect(covered).toBeLessThan(0.95 - slack(0.95, RUNS));
  });
});

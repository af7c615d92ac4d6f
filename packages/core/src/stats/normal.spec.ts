import { normalCdf, normalDensity, normalQuantile } from './normal.js';
import { expectClose, readCases } from './testing/fixtures.js';

interface Case {
  readonly x?: number;
  readonly cdf?: number;
  readonly p?: number;
  readonly quantile?: number;
}

const cases = readCases<Case>('normal/scipy.json');

describe('the normal law', () => {
  it.each(cases.filter(({ x }) => x !== undefined))('agrees with SciPy below $x', ({ x = 0, cdf = Number.NaN }) => {
    expectClose(normalCdf(x), cdf, 1e-12);
  });

  it.each(cases.filter(({ p }) => p !== undefined))('agrees with SciPy on the quantile of $p', ({ p = 0, quantile = Number.NaN }) => {
    expectClose(normalQuantile(p), quantile, 1e-12);
  });

  it('has the cdf whose slope is the density', () => {
    for (const x of [-3, -0.5, 0, 1.7]) {
      expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(x), 9);
    }
  });

  it('ends at 0 and 1', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it.each([0, 1, -1, Number.NaN])('has no quantile of %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

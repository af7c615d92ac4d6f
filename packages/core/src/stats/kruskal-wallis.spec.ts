import { kruskalWallis } from './kruskal-wallis.js';
import { exactFactor, frozen, values } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly groups: number[][];
  readonly statistic: number;
  readonly p: number;
}

describe('kruskalWallis', () => {
  it.each(readCases<Case>('kruskal-wallis/scipy.json'))('agrees with SciPy: $groups.length groups', ({ groups, statistic, p }) => {
    const actual = kruskalWallis(groups);
    expectClose(actual.statistic, statistic, 1e-10);
    expectClose(actual.p, p, 1e-10);
    expect(actual.degrees).toBe(groups.length - 1);
  });

  it('knows ranks only: a rising map and the order of groups change nothing', () => {
    fc.assert(fc.property(fc.array(values, { minLength: 2, maxLength: 4 }), exactFactor, (groups, factor) => {
      const before = kruskalWallis(frozen(groups));
      expect(kruskalWallis(groups.map((group) => group.map((x) => x * factor))).p).toBe(before.p);
      expect(kruskalWallis([...groups].reverse()).p).toBeCloseTo(before.p, 8);
      expect(before.p).toBeGreaterThanOrEqual(0);
      expect(before.p).toBeLessThanOrEqual(1);
    }));
  });

  it('sees nothing in equal values', () => {
    expect(kruskalWallis([[3, 3], [3], []])).toEqual({ statistic: 0, degrees: 1, p: 1 });
    expect(kruskalWallis([[3], [4]]).p).toBeGreaterThan(0.3);
  });

  it('refuses fewer than two groups', () => {
    expect(() => kruskalWallis([[1, 2], []])).toThrow(RangeError);
  });
});

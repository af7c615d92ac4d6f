import { edgeworthLaw } from './edgeworth-law.js';
import { stratifiedLaw } from './stratified-law.js';
import { expectClose, readCases } from './testing/fixtures.js';

interface Case {
  readonly sizes: [number, number][];
  readonly at: number[];
  readonly atMost: number[];
  readonly tails: number[];
  readonly depths: number[];
}

interface Margin {
  readonly case: string;
  readonly n: number;
  readonly m: number;
  readonly misrate: number;
  readonly margin: number;
}

const named = (sizes: readonly [number, number][]): { a: number; b: number }[] => sizes.map(([a, b]) => ({ a, b }));

describe('stratifiedLaw', () => {
  it.each(readCases<Case>('stratified-law/scipy.json'))('agrees with enumeration: blocks of $sizes', ({ sizes, at, atMost, tails, depths }) => {
    const law = stratifiedLaw(named(sizes));
    at.forEach((u, i) => expectClose(law.atMost(u), atMost[i] ?? Number.NaN, 1e-11));
    expect(tails.map((tail) => law.depth(tail))).toEqual(depths);
  });

  it.each(readCases<Margin>('pragmastat/pairwise-margin.json'))('agrees with Pragmastat: $case', ({ n, m, misrate, margin }) => {
    expect(2 * stratifiedLaw([{ a: n, b: m }]).depth(misrate / 2)).toBe(margin);
  });

  it('is one law for every order of the blocks and of the sides', () => {
    const law = stratifiedLaw(named([[3, 5], [4, 4], [5, 5]]));
    expect(stratifiedLaw(named([[5, 5], [5, 3], [4, 4]]))).toBe(law);
  });

  it('runs from the least attainable probability to one', () => {
    const law = stratifiedLaw(named([[5, 5], [5, 5]]));
    expectClose(law.atMost(0), 252 ** -2, 1e-13);
    expect(law.atMost(-1)).toBe(0);
    expect(law.atMost(50)).toBe(1);
    expect(law.depth(1e-6)).toBe(0);
  });

  it('reaches a tail that is met exactly on paper', () => {
    // P(U <= 0) = 1/20 for 3 + 3 values, and (1 - 0.9) / 2 is a little less than that in binary.
    expect(stratifiedLaw([{ a: 3, b: 3 }]).depth((1 - 0.9) / 2)).toBe(1);
  });

  it('gives way to the expansion for large data', () => {
    const law = stratifiedLaw([{ a: 2000, b: 3000 }]);
    expect(law.atMost(3_000_000)).toBeCloseTo(0.5, 5);
    expect(law.depth(0.005)).toBeGreaterThan(2_800_000);
  });

  it('refuses no blocks and empty sides', () => {
    expect(() => stratifiedLaw([])).toThrow(RangeError);
    expect(() => stratifiedLaw([{ a: 0, b: 2 }])).toThrow(RangeError);
  });
});

describe('edgeworthLaw', () => {
  it.each([
    ['one block of 200 + 200', [[200, 200]]],
    ['one block of 60 + 150', [[60, 150]]],
    ['forty blocks of 5 + 5', Array.from({ length: 40 }, () => [5, 5])],
    ['uneven blocks', [...Array.from({ length: 30 }, () => [5, 4]), [20, 9], [1, 1]]],
  ] as [string, [number, number][]][])('meets the exact law: %s', (_name, sizes) => {
    const exact = stratifiedLaw(named(sizes));
    const expansion = edgeworthLaw(named(sizes));
    for (const [tail, relative] of [[0.4, 2e-5], [0.05, 2e-5], [0.005, 5e-5], [0.0005, 5e-4], [1e-6, 3e-2]] as const) {
      const u = exact.depth(tail);
      expectClose(expansion.atMost(u), exact.atMost(u), relative);
      expectClose(1 - expansion.atMost(exact.pairs - u - 1), exact.atMost(u), Math.max(relative, 1e-9));
      expect(Math.abs(expansion.depth(tail) - u)).toBeLessThanOrEqual(1);
    }
  });

  it('does not fall', () => {
    const law = edgeworthLaw([{ a: 30, b: 40 }]);
    for (let u = 1; u <= law.pairs; u += 1) expect(law.atMost(u)).toBeGreaterThanOrEqual(law.atMost(u - 1));
  });

  it('never claims less than the rarest order', () => {
    const law = edgeworthLaw([{ a: 8, b: 400 }]);
    expect(law.atMost(0)).toBeGreaterThan(1e-17);
  });
});

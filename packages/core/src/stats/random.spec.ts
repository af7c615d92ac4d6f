import { createRandom, seedFromNumbers } from './random.js';
import { readCases } from './testing/fixtures.js';

interface Case {
  readonly seed: number;
  readonly words: number[];
}

describe('createRandom', () => {
  it.each(readCases<Case>('random/scipy.json'))('is xoshiro128** from splitmix32: seed $seed', ({ seed, words }) => {
    const random = createRandom(seed);
    expect(words.map(() => random.below(2 ** 32))).toEqual(words);
  });

  it('takes the seed modulo 2^32', () => {
    expect(createRandom(2 ** 32 + 1).uniform()).toBe(createRandom(1).uniform());
  });

  it('draws every number below the bound about equally often', () => {
    const random = createRandom(7);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i += 1) {
      const drawn = random.below(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // Five standard deviations of a binomial count of mean 10,000.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9000));
  });

  it('has no memory from one draw to the next', () => {
    const random = createRandom(3);
    const draws = Array.from({ length: 50_001 }, () => random.uniform() - 0.5);
    const product = draws.slice(1).reduce((sum, x, i) => sum + x * (draws[i] ?? 0), 0) / 50_000;
    expect(Math.abs(product)).toBeLessThan(5 / 12 / Math.sqrt(50_000));
  });
});

describe('seedFromNumbers', () => {
  it('is the published FNV-1a hash: eight zero bytes', () => {
    let hash = 0x811c9dc5n;
    for (let byte = 0; byte < 8; byte += 1) hash = (hash * 0x01000193n) % 2n ** 32n;
    expect(seedFromNumbers([0])).toBe(Number(hash));
    expect(seedFromNumbers([])).toBe(0x811c9dc5);
  });

  it('tells values, orders and signs apart', () => {
    const seeds = [[1, 2], [2, 1], [1, 2.0000000001], [-1, 2], [1], [1, 2, 0]].map(seedFromNumbers);
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  });
});

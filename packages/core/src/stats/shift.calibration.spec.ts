import { createRandom } from './random.js';
import { createShift } from './shift.js';
import type { Block } from './shift.js';
import { stratifiedLaw } from './stratified-law.js';
import { rateOf, slack } from './testing/calibration.js';
import { createDraws, sample } from './testing/samples.js';
import type { Draw } from './testing/samples.js';

const RUNS = 3000;

type Sizes = readonly (readonly [number, number])[];

const designs: readonly [string, Sizes][] = [
  ['2 + 2', [[2, 2]]],
  ['5 + 5', [[5, 5]]],
  ['4 + 11, unequal', [[4, 11]]],
  ['two blocks of 2 + 2', [[2, 2], [2, 2]]],
  ['four blocks of 5 + 5', [[5, 5], [5, 5], [5, 5], [5, 5]]],
  ['blocks of unequal size', [[5, 5], [3, 5], [2, 1]]],
];

const draw = (sizes: Sizes, from: Draw, shift: number): Block[] =>
  sizes.map(([a, b]) => ({ a: sample(a, from), b: sample(b, from).map((x) => x + shift) }));

const lawOf = (sizes: Sizes) => stratifiedLaw(sizes.map(([a, b]) => ({ a, b })));

describe.each(designs)('the shift between samples of %s', (_name, sizes) => {
  const law = lawOf(sizes);

  describe.each(['normal', 'lognormal', 'cauchy'] as const)('from the %s law', (shape) => {
    it.each([0.05, 0.005])('is falsely found as often as the exact law says, at most at %d', (alpha) => {
      const { [shape]: from } = createDraws(11);
      const attainable = law.depth(alpha) === 0 ? 0 : law.atMost(law.depth(alpha) - 1);
      expect(attainable).toBeLessThanOrEqual(alpha);
      for (const side of ['pGreater', 'pLess'] as const) {
        const rate = rateOf(RUNS, () => createShift(draw(sizes, from, 0))[side](0) <= alpha);
        expect(Math.abs(rate - attainable)).toBeLessThanOrEqual(slack(attainable, RUNS));
      }
    });

    it.each([0.6, 0.9, 0.99])('is covered as often as the exact law says, at least at %d', (level) => {
      const { [shape]: from } = createDraws(12);
      const depth = law.depth((1 - level) / 2);
      const attainable = depth === 0 ? 1 : 1 - 2 * law.atMost(depth - 1);
      const covered = rateOf(RUNS, () => {
        const { lower, upper } = createShift(draw(sizes, from, 0.7)).interval(level);
        return lower <= 0.7 && 0.7 <= upper;
      });
      expect(attainable).toBeGreaterThanOrEqual(level - 1e-9);
      expect(Math.abs(covered - attainable)).toBeLessThanOrEqual(slack(attainable, RUNS));
    });
  });

  it.each([0.1, 0.05, 0.01])('between tied values is falsely found at most at %d', (alpha) => {
    const { ties } = createDraws(13);
    const rate = rateOf(RUNS, () => createShift(draw(sizes, ties, 0)).pGreater(0) <= alpha);
    expect(rate).toBeLessThanOrEqual(alpha + slack(alpha, RUNS));
  });

  it.each([0.6, 0.9, 0.99])('between tied values is covered at least at %d', (level) => {
    const { ties } = createDraws(14);
    const covered = rateOf(RUNS, () => {
      const { lower, upper } = createShift(draw(sizes, ties, 2)).interval(level);
      return lower <= 2 && 2 <= upper;
    });
    expect(covered).toBeGreaterThanOrEqual(level - slack(level, RUNS));
  });
});

describe('random order within blocks', () => {
  const random = createRandom(15);
  const { normal } = createDraws(16);

  /** Machines that drift: what slot `i` of `n` adds to every measurement, whichever side is measured in it. */
  const drifts: readonly [string, (slot: number, n: number) => number][] = [
    ['a steady slope', (slot) => slot / 2],
    ['a load that appears half-way', (slot, n) => (slot < n / 2 ? 0 : 8)],
    ['a load in every third slot', (slot) => (slot % 3 === 0 ? 20 : 0)],
  ];

  it.each(drifts)('keeps false findings at their level under %s', (_name, drift) => {
    const rate = rateOf(RUNS, () => createShift(measure(drift)).pGreater(0) <= 0.05);
    expect(rate).toBeLessThanOrEqual(0.05 + slack(0.05, RUNS));
  });

  it('loses less power to drift than one block for everything', () => {
    const slope = (slot: number): number => slot / 2;
    const slower = (blocks: Block[]): Block[] => blocks.map(({ a, b }) => ({ a, b: b.map((x) => x + 1.5) }));
    const blocked = rateOf(500, () => createShift(slower(measure(slope))).pGreater(0) <= 0.005);
    const pooled = rateOf(500, () => {
      const blocks = slower(measure(slope));
      return createShift([{ a: blocks.flatMap(({ a }) => a), b: blocks.flatMap(({ b }) => b) }]).pGreater(0) <= 0.005;
    });
    expect(blocked).toBeGreaterThan(2 * pooled);
  });

  function measure(drift: (slot: number, n: number) => number): Block[] {
    return Array.from({ length: 4 }, (_, block) => {
      const inOrder = Array.from({ length: 10 }, (__, slot) => normal() + drift(block * 10 + slot, 40));
      const shuffled = shuffle(inOrder);
      return { a: shuffled.slice(0, 5), b: shuffled.slice(5) };
    });
  }

  function shuffle(values: readonly number[]): number[] {
    const shuffled = [...values];
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j] ?? 0, shuffled[i] ?? 0];
    }
    return shuffled;
  }
});

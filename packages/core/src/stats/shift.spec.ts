import { createShift, hodgesLehmann, oneSidedP } from './shift.js';
import type { Block } from './shift.js';
import { blocks, exactFactor, frozen, value } from './testing/arbitraries.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly shape: string;
  readonly a: number[];
  readonly b: number[];
  readonly delta: number;
  readonly pGreater: number;
  readonly pLess: number;
  readonly estimate: number;
}

interface Vector {
  readonly case: string;
  readonly x: number[];
  readonly y: number[];
  readonly shift: number;
}

const levels = [0.5, 0.9, 0.99];

describe('createShift', () => {
  it.each(readCases<Case>('shift/scipy.json'))('agrees with SciPy: $shape', ({ a, b, delta, pGreater, pLess, estimate }) => {
    const shift = createShift([{ a, b }]);
    expectClose(shift.estimate, estimate, 1e-12);
    expectClose(shift.pGreater(delta), pGreater);
    expectClose(shift.pLess(delta), pLess);
    expect(oneSidedP([{ a, b }], delta)).toBe(shift.pGreater(delta));
    expect(oneSidedP([{ a, b }], delta, 'less')).toBe(shift.pLess(delta));
  });

  it.each(readCases<Vector>('pragmastat/shift.json'))('agrees with Pragmastat: $case', ({ x, y, shift }) => {
    expect(createShift([{ a: y, b: x }]).estimate).toBeCloseTo(shift, 12);
  });

  it('pools differences within blocks only', () => {
    const drifting = [{ a: [0, 1], b: [3, 4] }, { a: [100, 101], b: [103, 104] }];
    const shift = createShift(drifting);
    expect(shift.estimate).toBe(3);
    expect(shift.n).toBe(8);
    expect(shift.pGreater(0)).toBeCloseTo(1 / 36, 14);
    expect(shift.pGreater(3)).toBeGreaterThan(0.3);
  });

  it('reaches the published smallest p with two blocks of 5 + 5', () => {
    const block = { a: [1, 2, 3, 4, 5], b: [11, 12, 13, 14, 15] };
    expect(createShift([block, block]).pGreater(0)).toBeCloseTo(1 / 252 ** 2, 16);
  });

  it('has no bound when the data are too few for the level', () => {
    const pair = [{ a: [1, 2], b: [3, 4] }];
    expect(hodgesLehmann(pair, 0.99)).toEqual({ estimate: 2, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, n: 4 });
    expect(hodgesLehmann(pair, 0.66)).toEqual({ estimate: 2, lower: 1, upper: 3, n: 4 });
  });

  it('counts half of the ties, rounded against rejection', () => {
    // All values equal: no evidence either way.
    const flat = createShift([{ a: [7, 7, 7], b: [7, 7, 7] }]);
    expect(flat.estimate).toBe(0);
    expect(flat.pGreater(0)).toBeGreaterThanOrEqual(0.5);
    expect(flat.pLess(0)).toBe(flat.pGreater(0));
    expect(flat.interval(0.9)).toEqual({ lower: 0, upper: 0 });
    // U = 3.5 of 4; of the six orders of 1 2 2 3, two are as extreme.
    expect(createShift([{ a: [1, 2], b: [2, 3] }]).pGreater(0)).toBeCloseTo(2 / 6, 14);
  });

  it('leaves out blocks with an empty side and refuses to compare nothing', () => {
    expect(createShift([{ a: [], b: [5] }, { a: [1], b: [2] }]).n).toBe(1);
    expect(() => createShift([])).toThrow(RangeError);
    expect(() => createShift([{ a: [1], b: [] }])).toThrow(RangeError);
    expect(() => createShift([{ a: [1], b: [Number.NaN] }])).toThrow(RangeError);
    expect(() => createShift([{ a: [1], b: [2] }]).interval(1)).toThrow(RangeError);
  });
});

describe('laws of the shift', () => {
  const moved = (data: readonly Block[], move: (x: number) => number): Block[] => data.map(({ a, b }) => ({ a, b: b.map(move) }));

  it('moves with b: estimate, bounds and p', () => {
    fc.assert(fc.property(blocks, value, (data, offset) => {
      const before = createShift(data);
      const after = createShift(moved(data, (x) => x + offset));
      expect(after.estimate).toBe(before.estimate + offset);
      expect(after.pGreater(offset)).toBe(before.pGreater(0));
      for (const level of levels) expect(after.interval(level).lower).toBe(before.interval(level).lower + offset);
    }));
  });

  it('scales with the values', () => {
    fc.assert(fc.property(blocks, exactFactor, value, (data, factor, delta) => {
      const before = createShift(data);
      const after = createShift(data.map(({ a, b }) => ({ a: a.map((x) => x * factor), b: b.map((x) => x * factor) })));
      expect(after.estimate).toBe(before.estimate * factor);
      expect(after.pLess(delta * factor)).toBe(before.pLess(delta));
    }));
  });

  it('turns its sign when the sides are swapped', () => {
    fc.assert(fc.property(blocks, value, (data, delta) => {
      const shift = createShift(data);
      const swapped = createShift(data.map(({ a, b }) => ({ a: b, b: a })));
      expect(swapped.estimate + shift.estimate).toBe(0);
      expect(swapped.pLess(-delta)).toBe(shift.pGreater(delta));
      for (const level of levels) {
        expect(swapped.interval(level).lower === -shift.interval(level).upper).toBe(true);
        expect(swapped.interval(level).upper === -shift.interval(level).lower).toBe(true);
      }
    }));
  });

  it('does not depend on the order of values or blocks', () => {
    fc.assert(fc.property(blocks, (data) => {
      const reordered = [...data].reverse().map(({ a, b }) => ({ a: [...a].reverse(), b: [...b].reverse() }));
      expect(hodgesLehmann(reordered, 0.9)).toEqual(hodgesLehmann(data, 0.9));
    }));
  });

  it('excludes a shift from the interval exactly when its p reaches the tail', () => {
    fc.assert(fc.property(blocks, value, fc.constantFrom(...levels), (data, near, level) => {
      const delta = near + 1 / 16; // between the values' steps, so that nothing ties with it
      const shift = createShift(data);
      const tail = ((1 - level) / 2) * (1 + 1e-9);
      expect(shift.interval(level).lower > delta).toBe(shift.pGreater(delta) <= tail);
      expect(shift.interval(level).upper < delta).toBe(shift.pLess(delta) <= tail);
    }));
  });

  it('keeps the estimate inside wider and wider intervals', () => {
    fc.assert(fc.property(blocks, (data) => {
      const shift = createShift(data);
      const [narrow, middle, wide] = levels.map((level) => shift.interval(level));
      const bounds = [wide?.lower, middle?.lower, narrow?.lower, shift.estimate, narrow?.upper, middle?.upper, wide?.upper];
      expect(bounds).toEqual([...bounds].sort((x, y) => (x ?? 0) - (y ?? 0)));
    }));
  });

  it('leaves the arrays as they were', () => {
    fc.assert(fc.property(blocks, (data) => {
      const shift = createShift(frozen(data));
      expect(shift.pGreater(0)).toBeGreaterThan(0);
    }));
  });
});

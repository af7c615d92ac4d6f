import { sortSample, withSorted } from './sorted.js';

describe('withSorted', () => {
  it('gives what sortSample gives, of samples of any size, one after another', () => {
    for (const size of [1, 2, 1000, 1024, 1025, 5000, 3]) {
      const values = Array.from({ length: size }, (_, index) => (index * 7919) % 1009);
      expect(withSorted(values, (sorted) => Array.from(sorted))).toEqual(Array.from(sortSample(values)));
      expect(values[1] ?? 0).toBe(size > 1 ? 7919 % 1009 : 0);
    }
  });

  it('sorts a sample within the work on another, which stays as it is', () => {
    expect(withSorted([3, 1, 2], (outer) => [withSorted([9, 8], (inner) => Array.from(inner)), Array.from(outer)])).toEqual([[8, 9], [1, 2, 3]]);
  });

  it('refuses what sortSample refuses, and works afterwards', () => {
    for (const values of [[], [1, Number.NaN], [Number.POSITIVE_INFINITY, 1]]) expect(() => withSorted(values, () => 0)).toThrow(RangeError);
    expect(withSorted([2, 1], (sorted) => sorted[0])).toBe(1);
  });
});

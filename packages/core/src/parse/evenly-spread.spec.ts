import { evenlySpread } from './evenly-spread.js';

test('a thousand values stay as they are', () => {
  const values = Array.from({ length: 1000 }, (_, index) => -index);
  expect(evenlySpread(values)).toEqual(values);
});

test('of more, a thousand keep order, ends and quantiles', () => {
  const kept = evenlySpread(Array.from({ length: 150_001 }, (_, index) => index));
  expect([kept.length, kept[0], kept[999]]).toEqual([1000, 0, 150_000]);
  expect(kept.every((value, index) => index === 0 || value > (kept[index - 1] as number))).toBe(true);
  expect(Math.abs((kept[500] as number) - 75_000)).toBeLessThan(100);
});

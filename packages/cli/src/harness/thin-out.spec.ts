import { thinOut } from './thin-out.js';

test('few values stay as they are', () => {
  expect(thinOut([3, 1, 2], 3)).toEqual([3, 1, 2]);
});

test('many keep their order, their first and their last, evenly', () => {
  expect(thinOut([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3)).toEqual([0, 5, 10]);
});

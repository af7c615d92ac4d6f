import { createLimitFormat } from './format-limit.js';

test.each([
  [80e6, 'B/s', 80e6, '80.0 MB/s'],
  [80e6, 'B/s', 90e6, '90.0 MB/s'],
  [80e6, 'B/s', 4.53e9, '4.53 GB/s'],
  [4 * 2 ** 30, 'B/s', 4.22 * 2 ** 30, '4.22 GiB/s'],
  [4 * 2 ** 30, 'B/s', 2 ** 20, '1.00 MiB/s'],
  [2 ** 20, 'B', 2 ** 20, '1.00 MiB'],
  [2e6, 'ns', 1.5e6, '1.50 ms'],
  [0, 'B', 5, '5 B'],
])('beside a limit of %d %s, %d is shown as %s', (...[limit, unit, value, text]) => expect(createLimitFormat(limit, unit)(value)).toBe(text));

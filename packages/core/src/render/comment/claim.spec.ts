import fc from 'fast-check';
import type { Verdict } from '../../model/index.js';
import { sampleRow, type SampleValues } from '../testing/sample-comparison.js';
import { claimOf } from './claim.js';

const [base, head] = ['a1b2c3d4'.repeat(5), '9f8e7d6c'.repeat(5)];
const rate = { metric: 'throughput', unit: 'B/s', direction: 'higher' } as const;

test.each<[string, Verdict, SampleValues, string]>([
  ['a time that grew', 'regressed', { base: 12_300_000, head: 16_100_000 }, '1.31 times slower (12.3 ms at a1b2c3d, 16.1 ms at 9f8e7d6)'],
  ['a time that shrank', 'improved', { base: 2000, head: 1000 }, '2.00 times faster (2.00 µs at a1b2c3d, 1.00 µs at 9f8e7d6)'],
  ['a throughput that fell to half', 'warn', { base: 4e9, head: 2e9, ...rate }, '2.00 times slower (3.73 GiB/s at a1b2c3d, 1.86 GiB/s at 9f8e7d6)'],
  ['a throughput that grew', 'improved', { base: 1e9, head: 12e9, ...rate }, '12.0 times faster (954 MiB/s at a1b2c3d, 11444 MiB/s at 9f8e7d6)'],
  ['a size that grew', 'regressed', { base: 1024, head: 2048, unit: 'B', metric: 'size' }, '2.00 times larger (1.00 KiB at a1b2c3d, 2.00 KiB at 9f8e7d6)'],
])('%s', (_name, verdict, values, text) => {
  const claim = claimOf({ row: sampleRow('b', verdict, values), base, head });
  expect(`${claim?.words} (${claim?.values})`).toBe(text);
});

test.each<[string, Parameters<typeof claimOf>[0]]>([
  ['the base has no commit', { row: sampleRow('b', 'regressed', { base: 1, head: 2 }), base: null, head }],
  ['a side has no value', { row: sampleRow('b', 'regressed', { head: 2 }), base, head }],
  ['nothing is proven', { row: sampleRow('b', 'inconclusive', { base: 1, head: 2 }), base, head }],
  ['it is unchanged', { row: sampleRow('b', 'unchanged', { base: 1, head: 2 }), base, head }],
  ['the verdict and the values disagree', { row: sampleRow('b', 'improved', { base: 1, head: 2 }), base, head }],
])('there is no claim where %s', (_name, subject) => expect(claimOf(subject)).toBeNull());

test('no claim without both values and the commit of the base', () => {
  const value = fc.option(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(value, value, fc.constantFrom<Verdict>('regressed', 'warn', 'improved', 'inconclusive', 'new'), (from, to, verdict) => {
      const claim = claimOf({ row: sampleRow('b', verdict, { base: from, head: to }), base, head });
      if (claim !== null) expect(claim.values).toMatch(/^\S+ \S+ at a1b2c3d, \S+ \S+ at 9f8e7d6$/);
      if (from === null || to === null) expect(claim).toBeNull();
    }),
  );
});

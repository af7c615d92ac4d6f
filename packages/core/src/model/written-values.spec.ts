import fc from 'fast-check';
import { formatChange, formatDuration, formatShare, matchesPattern, parseDuration, parseShare } from './index.js';

describe('shares', () => {
  it.each([
    ['5%', 0.05],
    [' 12.5 % ', 0.125],
    ['7%', 0.07],
    [0.05, 0.05],
    [0, 0],
    [0.999, 0.999],
    ['250%', 2.5],
    [1, null],
    [10, null],
    ['5', null],
    ['-5%', null],
    ['5 percent', null],
    ['', null],
    [-0.1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%p is %p', (written, share) => {
    expect(parseShare(written)).toBe(share);
  });

  it('reads back what it shows', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), (tenths) => expect(parseShare(formatShare(tenths / 1000))).toBeCloseTo(tenths / 1000, 12)));
    expect(formatShare(0.05)).toBe('5 %');
    expect(formatShare(0.123456)).toBe('12.3 %');
  });

  it.each([
    [0.052, '+5.2 %'],
    [-0.1, '-10.0 %'],
    [0, '0.0 %'],
    [-0.0001, '0.0 %'],
    [2.5, '+250.0 %'],
    [368.17, '+36817 %'],
  ])('a change of %d is shown as %s', (change, shown) => {
    expect(formatChange(change)).toBe(shown);
  });
});

describe('durations', () => {
  it.each([
    ['30 min', 1_800_000],
    ['90 s', 90_000],
    ['90sec', 90_000],
    ['1.5 h', 5_400_000],
    ['250 ms', 250],
    ['30', null],
    ['30 m', null],
    ['-1 s', null],
    ['', null],
  ])('%s is %p ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    [250, '250 ms'],
    [2500, '2.5 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min'],
    [90_000, '1 min 30 s'],
    [1_800_000, '30 min'],
    [3_599_600, '1 h'],
    [5_400_000, '1 h 30 min'],
  ])('%d ms is shown as %s', (ms, shown) => {
    expect(formatDuration(ms)).toBe(shown);
  });
});

describe('patterns', () => {
  it.each([
    ['*', '', true],
    ['*', 'a/b', true],
    ['decode/*', 'decode/display/1024', true],
    ['decode/display', 'decode/display', true],
    ['decode/display', 'decode/display2', false],
    ['*display*', 'decode/display/1', true],
    ['a*b*c', 'a1b2b3c', true],
    ['a*b*c', 'a1b2b3', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['a**', 'a', true],
    ['', 'a', false],
  ])('%s against %s: %p', (pattern, name, fits) => {
    expect(matchesPattern(pattern, name)).toBe(fits);
  });

  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/', '.'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 12 }), (pattern, name) => {
        const expression = new RegExp(`^${pattern.replace(/[./]/g, '\\$&').replace(/\*/g, '.*')}$`, 's');
        expect(matchesPattern(pattern, name)).toBe(expression.test(name));
      }),
      { numRuns: 500 },
    );
  });

  it('ends on a pattern made to take for ever', () => {
    expect(matchesPattern(`${'*a'.repeat(500)}b`, 'a'.repeat(1024))).toBe(false);
  });
});

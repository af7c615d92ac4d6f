import fc from 'fast-check';
import { convert, formatIn, formatValue, normalizeQuantity, parseUnit, shownUnitOf } from './index.js';

describe('units', () => {
  it.each([
    ['ns', 'ns', 1],
    ['us', 'ns', 1e3],
    ['µs', 'ns', 1e3],
    ['ms', 'ns', 1e6],
    ['s', 'ns', 1e9],
    ['kB', 'B', 1000],
    ['MB', 'B', 1_000_000],
    ['GB', 'B', 1_000_000_000],
    ['KiB', 'B', 1024],
    ['MiB', 'B', 1_048_576],
    ['GiB', 'B', 1_073_741_824],
    ['MB/s', 'B/s', 1_000_000],
    ['MiB/s', 'B/s', 1_048_576],
    ['GiB/s', 'B/s', 1_073_741_824],
    ['ops/s', 'ops/s', 1],
    ['Mops/s', 'ops/s', 1e6],
    ['Melem/s', 'ops/s', 1e6],
    ['count', 'count', 1],
    ['x', 'ratio', 1],
    ['%', 'ratio', 0.01],
  ])('%s is a multiple of %s by %d', (text, unit, scale) => {
    expect(parseUnit(text)).toMatchObject({ unit, scale });
  });

  it.each(['Mb/s', 'mb', 'MB/S', 'mib', 'furlong', '', '/s', 'constructor', '__proto__', 'B/s/s'])('%s is no unit', (text) => {
    expect(parseUnit(text)).toBeNull();
  });
});

describe('quantities', () => {
  it.each([
    ['80 MB/s', 80_000_000, 'B/s'],
    ['4 GiB/s', 4_294_967_296, 'B/s'],
    ['4GiB/s', 4_294_967_296, 'B/s'],
    [' 2.5 ms ', 2_500_000, 'ns'],
    ['1.5 x', 1.5, 'ratio'],
    ['1e3 ops/s', 1000, 'ops/s'],
    ['.5 s', 500_000_000, 'ns'],
  ])('%s', (text, value, unit) => {
    expect(normalizeQuantity(text)).toEqual({ value, unit });
  });

  it.each(['80', 'MB/s', '80 Mb/s', '8 0 MB/s', '1,000 B', '1e999 ms', 'NaN ms', 'Infinity s', '0x10 B', '--1 ms', '1.2.3 ms', ''])('%s is none', (text) => {
    expect(normalizeQuantity(text)).toBeNull();
  });

  it('compares decimal and binary floors in one unit: 80 MB/s lies below 80 MiB/s, 1 GiB/s above 1 GB/s', () => {
    const [floor, binary, giga, gibi] = ['80 MB/s', '80 MiB/s', '1 GB/s', '1 GiB/s'].map((text) => normalizeQuantity(text)?.value ?? NaN);
    expect(Number(binary) - Number(floor)).toBe(80 * 48_576);
    expect(gibi).toBeGreaterThan(Number(giga));
  });
});

describe('values for people', () => {
  it.each([
    [1_230_000, 'ns', '1.23 ms'],
    [999.4, 'ns', '999 ns'],
    [999.6, 'ns', '1.00 µs'],
    [0.123, 'ns', '0.123 ns'],
    [12.34e9, 'ns', '12.3 s'],
    [4.22 * 2 ** 30, 'B/s', '4.22 GiB/s'],
    [571 * 2 ** 20, 'B/s', '571 MiB/s'],
    [1023.9 * 1024, 'B', '1.00 MiB'],
    [512, 'B', '512 B'],
    [5_090_000, 'ops/s', '5.09 Mops/s'],
    [123_456, 'count', '123456 count'],
    [1.5, 'ratio', '1.50 x'],
    [0, 'ns', '0 ns'],
    [-2_500_000, 'ns', '-2.50 ms'],
    [7, 'widgets', '7 widgets'],
  ])('%d %s is shown as %s', (value, unit, shown) => {
    expect(formatValue(value, unit)).toBe(shown);
  });

  it('shows a value in the unit asked for, or in its own where that cannot be', () => {
    expect(formatIn(4.22 * 2 ** 30, 'B/s', 'GiB/s')).toBe('4.22 GiB/s');
    expect(formatIn(4 * 2 ** 30, 'B/s', 'MB/s')).toBe('4295 MB/s');
    expect(formatIn(1_500_000, 'ns', 'B/s')).toBe('1500000 ns');
  });

  it('converts within a dimension only', () => {
    expect(convert(1, 'GiB/s', 'MiB/s')).toBe(1024);
    expect(convert(1, 'MB', 'MB/s')).toBeNull();
    expect(convert(1, 'ops/s', 'B/s')).toBeNull();
  });

  it('keeps what is shown within the rounding of what is meant', () => {
    const units = fc.constantFrom('ns', 'B', 'B/s', 'ops/s', 'ratio');
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), units, (value, unit) => {
        const shown = normalizeQuantity(formatValue(value, unit));
        expect(shown?.unit).toBe(unit);
        expect(Math.abs((shown?.value ?? NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.0051);
      }),
    );
  });

  it('shows one thousand of a unit in the next one', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (ns) => {
        const [digits] = formatValue(ns, 'ns').split(' ');
        expect(Number(digits)).toBeLessThan(1000);
        expect(shownUnitOf(ns, 'ns')).toMatch(/^(ns|µs|ms|s)$/);
      }),
    );
  });
});

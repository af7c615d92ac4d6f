import { betaQuantile, incompleteBeta } from './incomplete-beta.js';
import { expectClose, readCases } from './testing/fixtures.js';
import fc from './testing/seeded-fast-check.js';

interface Case {
  readonly a: number;
  readonly b: number;
  readonly x?: number;
  readonly value?: number;
  readonly p?: number;
  readonly quantile?: number;
}

const cases = readCases<Case>('incomplete-beta/scipy.json');
const shape = fc.record({ a: fc.double({ min: 0.1, max: 80, noNaN: true }), b: fc.double({ min: 0.1, max: 80, noNaN: true }) });

describe('the incomplete beta function', () => {
  // Shapes of 50,000 lose digits in the logarithm of the gamma function, in SciPy's as in ours.
  it.each(cases.filter(({ x }) => x !== undefined))('agrees with SciPy: I($x; $a, $b)', ({ a, b, x = 0, value = Number.NaN }) => {
    expectClose(incompleteBeta(x, { a, b }), value, a + b > 500 ? 1e-8 : 1e-10);
  });

  it.each(cases.filter(({ p }) => p !== undefined))('agrees with SciPy on the quantile: $p of ($a, $b)', ({ a, b, p = 0, quantile = Number.NaN }) => {
    expectClose(betaQuantile(p, { a, b }), quantile, 1e-8);
  });

  it('mirrors: I(x; a, b) and I(1 - x; b, a) add up to one', () => {
    fc.assert(fc.property(shape, fc.integer({ min: 0, max: 64 }), ({ a, b }, step) => {
      const x = step / 64;
      expect(incompleteBeta(x, { a, b }) + incompleteBeta(1 - x, { a: b, b: a })).toBeCloseTo(1, 10);
    }));
  });

  it('is x for the uniform law', () => {
    for (const x of [0, 0.125, 0.5, 1]) expect(incompleteBeta(x, { a: 1, b: 1 })).toBeCloseTo(x, 14);
  });

  it('refuses shapes and probabilities that are none', () => {
    expect(() => incompleteBeta(0.5, { a: 0, b: 1 })).toThrow(RangeError);
    expect(() => betaQuantile(1.5, { a: 1, b: 1 })).toThrow(RangeError);
  });
});

import { normalQuantile } from './normal.js';
import { studentTCdf, studentTQuantile } from './student-t.js';
import { expectClose, readCases } from './testing/fixtures.js';

interface Case {
  readonly degrees: number;
  readonly t?: number;
  readonly cdf?: number;
  readonly p?: number;
  readonly quantile?: number;
}

const cases = readCases<Case>('student-t/scipy.json');

describe("Student's law", () => {
  it.each(cases.filter(({ t }) => t !== undefined))('agrees with SciPy below $t, $degrees degrees', ({ degrees, t = 0, cdf = Number.NaN }) => {
    expectClose(studentTCdf(t, degrees), cdf, 1e-11);
  });

  it.each(cases.filter(({ p }) => p !== undefined))('agrees with SciPy on the quantile of $p, $degrees degrees', ({ degrees, p = 0, quantile = Number.NaN }) => {
    expectClose(studentTQuantile(p, degrees), quantile, 1e-11);
  });

  it('nears the normal law as degrees grow', () => {
    expect(studentTQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
  });

  it('refuses what has no answer', () => {
    expect(() => studentTQuantile(0, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0.5, 0)).toThrow(RangeError);
  });
});

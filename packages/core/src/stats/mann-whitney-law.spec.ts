import { mannWhitneyPmf } from './mann-whitney-law.js';
import { expectClose, readCases } from './testing/fixtures.js';

interface Case {
  readonly n: number;
  readonly m: number;
  readonly at: number[];
  readonly pmf: number[];
}

describe('mannWhitneyPmf', () => {
  it.each(readCases<Case>('mann-whitney-law/scipy.json'))('agrees with SciPy: $n and $m values', ({ n, m, at, pmf }) => {
    const law = mannWhitneyPmf(n, m);
    expect(law).toHaveLength(n * m + 1);
    at.forEach((u, i) => expectClose(law[u] ?? Number.NaN, pmf[i] ?? Number.NaN, 1e-11));
  });

  it.each([[3, 8], [12, 12], [25, 31]])('agrees with exact integer counts: %i and %i values', (n, m) => {
    const counts = countExactly(n, m);
    const total = counts.reduce((sum, count) => sum + count, 0n);
    mannWhitneyPmf(n, m).forEach((probability, u) => {
      expectClose(probability, Number((counts[u] ?? 0n) * 10n ** 40n / total) / 1e40, 1e-12);
    });
  });

  it.each([[1, 1], [5, 5], [7, 19], [100, 100], [200, 200]])('sums to one and is symmetric: %i and %i values', (n, m) => {
    const law = mannWhitneyPmf(n, m);
    expectClose(law.reduce((sum, p) => sum + p, 0), 1, 1e-12);
    expect(Array.from(law).reverse()).toEqual(Array.from(law));
  });

  it('does not care which side is which, and keeps what it computed', () => {
    expect(mannWhitneyPmf(4, 9)).toBe(mannWhitneyPmf(9, 4));
  });

  it.each([[0, 3], [2.5, 3], [-1, 1], [Number.NaN, 1]])('refuses %d and %d values', (n, m) => {
    expect(() => mannWhitneyPmf(n, m)).toThrow(RangeError);
  });
});

/** Mann and Whitney's own recurrence in whole numbers: c(n, m, u) = c(n - 1, m, u - m) + c(n, m - 1, u). */
function countExactly(n: number, m: number): bigint[] {
  let rows: bigint[][] = Array.from({ length: m + 1 }, () => [1n]);
  for (let i = 1; i <= n; i += 1) {
    const next: bigint[][] = [[1n]];
    for (let j = 1; j <= m; j += 1) {
      next.push(Array.from({ length: i * j + 1 }, (_, u) => (rows[j]?.[u - j] ?? 0n) + (next[j - 1]?.[u] ?? 0n)));
    }
    rows = next;
  }
  return rows[m] ?? [];
}

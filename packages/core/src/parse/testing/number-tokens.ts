import type { Reading } from '../parsed.js';

/** What one unit of a value can be in another: SI and binary steps, minutes, hours, percent, bits. */
const scales = [0, 3, 6, 9, 12, -3, -6, -9, -2, 2].map((power) => 10 ** power).concat([1, 2, 3, 4].map((power) => 1024 ** power), [60e9, 3600e9], [0, 3, 6, 9].map((power) => 10 ** power / 8));

/** The numbers that stand in a text, however they are spelt: 12, 1,234.5, 1e-3, .5. */
export class NumberTokens {
  readonly #seen = new Set<string>();

  constructor(texts: readonly string[]) {
    for (const text of texts) for (const [token] of text.matchAll(/\d[\d_]*(?:,\d{3})*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/g)) this.#seen.add(rounded(Number(token.replace(/[,_]/g, ''))));
  }

  /** Whether the value is one of the numbers, in whatever unit, or one over it, or a rate of two of them. */
  has(value: number): boolean {
    if (value === 0 || this.#isNumber(value) || this.#isNumber(1 / value)) return true;
    // Of a short number a rate could be found by chance.
    return value.toPrecision(8) !== value.toPrecision(6).padEnd(value.toPrecision(8).length, '0') && [...this.#seen].some((other) => this.#isNumber(value * Number(other)));
  }

  #isNumber(value: number): boolean {
    return scales.some((scale) => this.#seen.has(rounded(Math.abs(value) / scale)));
  }
}

/** Ten digits: what is left after a change of unit. */
function rounded(value: number): string {
  return value.toPrecision(10);
}

/** Every number that readings tell. */
export function numbersIn(readings: readonly Reading[]): number[] {
  return readings.flatMap(({ values, summary }) => [...(values ?? []), ...Object.values(summary ?? {})]).filter((value): value is number => value !== null);
}

import { studentTCdf } from '../../../packages/core/src/stats/student-t.js';

export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample variance (n - 1). */
  readonly variance: number;
}

export function momentsOf(values: readonly number[] | Float64Array): Moments {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { n, mean, variance: squares / (n - 1) };
}

/** Welch's t and its degrees of freedom (Satterthwaite); t is infinite for constant samples that differ. */
export function welch(a: Moments, b: Moments): { t: number; degrees: number } {
  const [va, vb] = [a.variance / a.n, b.variance / b.n];
  const error = Math.sqrt(va + vb);
  if (error === 0) return { t: b.mean === a.mean ? 0 : Math.sign(b.mean - a.mean) * Infinity, degrees: a.n + b.n - 2 };
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return { t: (b.mean - a.mean) / error, degrees };
}

export function twoSidedT(t: number, degrees: number): number {
  return Number.isFinite(t) ? 2 * studentTCdf(-Math.abs(t), degrees) : 0;
}

import { studentTQuantile } from '../../../packages/core/src/stats/student-t.js';

const known = new Map<number, number>();

/** Two-sided 5 % point of Student's law, kept from call to call. */
export function tCritical(degrees: number): number {
  const kept = known.get(degrees);
  if (kept !== undefined) return kept;
  const value = studentTQuantile(0.975, degrees);
  known.set(degrees, value);
  return value;
}

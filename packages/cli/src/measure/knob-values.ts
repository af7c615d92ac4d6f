import { parseDuration } from '@benchline/core/model';
import { userError } from '../user-error.js';

/** A time above zero, in ms; BNL016 otherwise. */
export function parsePositiveDuration(option: string, text: string): number {
  const ms = parseDuration(text);
  if (ms === null || ms <= 0) throw userError('BNL016', { problem: `${option} "${text}" is not a time`, fix: 'Write a number with its unit: "90 s", "10 min".' });
  return ms;
}

/** A whole number from 1 to `most`; BNL016 otherwise. */
export function parseWhole(option: string, written: string | number, most: number): number {
  const value = typeof written === 'number' ? written : /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (!Number.isInteger(value) || value < 1 || value > most) throw userError('BNL016', { problem: `${option} ${written} is not a whole number from 1 to ${most}`, fix: `Write for instance ${option} 4.` });
  return value;
}

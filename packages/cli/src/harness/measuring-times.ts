import { parseDuration } from '@benchline/core/model';

/** A time that a spec says ("200 ms" or a number of ms) in ms, else the fallback. Throws for what is no time above zero. */
export function durationOf(written: string | number | undefined, fallback: number): number {
  if (written === undefined) return fallback;
  const ms = typeof written === 'number' ? written : parseDuration(written);
  if (ms === null || !Number.isFinite(ms) || ms <= 0) throw new RangeError(`'${String(written)}' is no time: write '200 ms', '1 s' or a number of ms above zero`);
  return ms;
}

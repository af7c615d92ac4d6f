import type { ComparisonRow } from '../../model/index.js';
import { nothing, rowText } from '../row-text.js';

/** What a claim stands on. */
export interface ClaimSubject {
  row: ComparisonRow;
  /** Commits of base and head; null where they are not known. */
  base: string | null;
  head: string | null;
}

/** The parts of a claim, unescaped: the name of what is claimed stands before it. */
export interface Claim {
  /** "1.31 times slower" */
  words: string;
  /** "12.3 ms at a1b2c3d, 16.1 ms at 9f8e7d6" */
  values: string;
}

const slower: ReadonlySet<string> = new Set(['regressed', 'warn']);

/**
 * The only place that says how many times faster or slower something is. It says so only of what was proven (regressed, warn, improved), and never without
 * both values and the commit of the base; without one of these there is no claim (null). Times are a ratio of costs: 2 times slower takes twice the time,
 * or does half as much a second.
 */
export function claimOf({ row, base, head }: ClaimSubject): Claim | null {
  const text = rowText(row);
  const isProven = slower.has(row.verdict) || row.verdict === 'improved';
  if (!isProven || row.slowdown === null || row.slowdown <= -1 || base === null || [text.base, text.head].includes(nothing)) return null;
  const isSlower = row.slowdown > 0;
  if (isSlower !== slower.has(row.verdict)) return null;
  const factor = isSlower ? 1 + row.slowdown : 1 / (1 + row.slowdown);
  const at = head === null ? '' : ` at ${head.slice(0, 7)}`;
  return { words: `${timesText(factor)} times ${isSlower ? wordOf(row, true) : wordOf(row, false)}`, values: `${text.base} at ${base.slice(0, 7)}, ${text.head}${at}` };
}

/** Two digits after the point below 10, so that 1.04 is not 1. */
function timesText(factor: number): string {
  return factor < 10 ? factor.toFixed(2) : factor < 100 ? factor.toFixed(1) : String(Math.round(factor));
}

/** Bytes and counts are not fast or slow. */
function wordOf({ unit, direction }: ComparisonRow, worse: boolean): string {
  const isSpeed = unit === 'ns' || unit === 'B/s' || unit === 'ops/s';
  if (isSpeed) return worse ? 'slower' : 'faster';
  return worse === (direction !== 'higher') ? 'larger' : 'smaller';
}

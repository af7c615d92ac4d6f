import type { Finding } from './generated/types.js';
import { createFinding } from './finding.js';
import { longestDurationMs } from './config-defaults.js';
import { parseDuration, formatDuration } from './duration.js';
import { parseShare } from './share.js';

/** Something in the configuration that cannot be used: where (JSON pointer), what was expected there, what was found. */
export interface ConfigProblem {
  pointer: string;
  expected: string;
  found: string;
}

/** Takes note of a problem; normalizing goes on, so that every problem is told at once. */
export type ReportProblem = (problem: ConfigProblem) => void;

/** The finding that tells of a problem. */
export function problemFinding({ pointer, expected, found }: ConfigProblem): Finding {
  return createFinding('BNL003', { artefact: 'config', expected, found }, { pointer });
}

/** What was written, as messages quote it. */
export function quoted(value: string | number | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** A share, or `fallback` where none is written or what is written is none (a problem). */
export function shareAt<T>(written: string | number | undefined, at: { pointer: string; fallback: T }, report: ReportProblem): number | T {
  if (written === undefined) return at.fallback;
  const share = parseShare(written);
  if (share !== null) return share;
  report({ pointer: at.pointer, expected: 'a share such as "5%" or 0.05', found: quoted(written) });
  return at.fallback;
}

/** A time above zero in ms, or `fallback` where none is written or what is written is none (a problem). */
export function durationAt<T>(written: string | undefined, at: { pointer: string; fallback: T }, report: ReportProblem): number | T {
  if (written === undefined) return at.fallback;
  const ms = parseDuration(written);
  if (ms !== null && ms > 0 && ms <= longestDurationMs) return ms;
  const expected = `a time above zero with its unit, at most ${formatDuration(longestDurationMs)}, such as "30 min"`;
  report({ pointer: at.pointer, expected, found: quoted(written) });
  return at.fallback;
}

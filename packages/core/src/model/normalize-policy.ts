import type { ComparisonPolicy, PolicyOverride, WrittenCompare } from './generated/types.js';
import { configDefaults } from './config-defaults.js';
import { quoted, shareAt, type ReportProblem } from './config-problem.js';

type WrittenOverride = NonNullable<WrittenCompare['overrides']>[number];

/** The policy of comparisons with every default filled in. `today` (YYYY-MM-DD) decides which overrides have expired. */
export function normalizePolicy(written: WrittenCompare, today: string, report: ReportProblem): ComparisonPolicy {
  const tail = shareAt(written.stored?.p95, { pointer: '/compare/stored/p95', fallback: configDefaults.tail }, report);
  const { lower, upper } = orderedShares(
    { lower: 'warn', upper: 'fail', pointer: '/compare/stored', written: written.stored ?? {}, defaults: { lower: configDefaults.stored.warn, upper: configDefaults.stored.fail } },
    report,
  );
  return {
    stored: { warn: lower, fail: upper },
    tail: { warn: tail, fail: tail },
    paired: normalizePaired(written, report),
    statistic: written.metricStat ?? configDefaults.statistic,
    sameJobOnly: written.sameJobOnly ?? false,
    relax: [...(written.relax ?? [])],
    raise: Object.fromEntries(Object.entries(written.raise ?? {})),
    overrides: (written.overrides ?? []).map((override, index) => normalizeOverride(override, { pointer: `/compare/overrides/${index}`, today }, report)),
    floors: [],
  };
}

function normalizePaired(written: WrittenCompare, report: ReportProblem): ComparisonPolicy['paired'] {
  const { lower, upper } = orderedShares(
    { lower: 'detect', upper: 'fail', pointer: '/compare/paired', written: written.paired ?? {}, defaults: { lower: configDefaults.paired.detect, upper: configDefaults.paired.fail } },
    report,
  );
  if (lower === 0) report({ pointer: '/compare/paired/detect', expected: 'a share above zero', found: quoted(written.paired?.detect) });
  return { detect: lower, fail: upper };
}

interface SharePair<L extends string, U extends string> {
  lower: L;
  upper: U;
  pointer: string;
  written: { [K in L | U]?: string | number };
  defaults: { lower: number; upper: number };
}

/** Two thresholds, the lower one not above the upper one. Where only one is written, the other's default gives way to it. */
function orderedShares<L extends string, U extends string>(pair: SharePair<L, U>, report: ReportProblem): { lower: number; upper: number } {
  const { pointer, written, defaults } = pair;
  const lower = shareAt(written[pair.lower], { pointer: `${pointer}/${pair.lower}`, fallback: null }, report);
  const upper = shareAt(written[pair.upper], { pointer: `${pointer}/${pair.upper}`, fallback: null }, report);
  if (lower !== null && upper !== null && lower > upper) {
    report({ pointer: `${pointer}/${pair.lower}`, expected: `a share not above ${pair.upper} (${quoted(written[pair.upper])})`, found: quoted(written[pair.lower]) });
  }
  return {
    lower: lower ?? Math.min(defaults.lower, upper ?? defaults.lower),
    upper: upper ?? Math.max(defaults.upper, lower ?? defaults.upper),
  };
}

function normalizeOverride(written: WrittenOverride, at: { pointer: string; today: string }, report: ReportProblem): PolicyOverride {
  const { pointer, today } = at;
  const warn = shareAt(written.warn, { pointer: `${pointer}/warn`, fallback: null }, report);
  const fail = shareAt(written.fail, { pointer: `${pointer}/fail`, fallback: null }, report);
  if (written.warn === undefined && written.fail === undefined) report({ pointer, expected: 'a threshold of its own (warn or fail)', found: 'neither' });
  if (warn !== null && fail !== null && warn > fail) {
    report({ pointer: `${pointer}/warn`, expected: `a share not above fail (${quoted(written.fail)})`, found: quoted(written.warn) });
  }
  const expires = written.expires ?? null;
  if (expires !== null && !isCalendarDay(expires)) {
    report({ pointer: `${pointer}/expires`, expected: 'a day of the calendar such as "2027-03-01"', found: quoted(expires) });
  }
  // The day it names is the last on which it applies. ISO days sort as text.
  const expired = expires !== null && expires < today;
  const { suite = null, benchmark, metric = null, reason } = written;
  return { suite, benchmark, metric, warn, fail, reason, expires, expired };
}

function isCalendarDay(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const daysIn = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return daysIn !== undefined && Number(date) >= 1 && Number(date) <= daysIn;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

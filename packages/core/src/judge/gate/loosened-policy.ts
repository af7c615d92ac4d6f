import type { ComparisonPolicy, ExitCode, PolicyOverride, Thresholds, Verdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { exitCodeOf, worstExitCode } from '../../model/worst.js';

const verdicts: readonly Verdict[] = ['improved', 'unchanged', 'inconclusive', 'warn', 'regressed', 'not-comparable', 'missing', 'failed', 'new'];

/** In what `own` is looser than `reviewed`, in words; empty where it is at least as strict. What it says of noise floors, statistic and comparability is told by `enforcePolicy`. */
export function loosenedPolicy(own: ComparisonPolicy, reviewed: ComparisonPolicy): string[] {
  return [
    ...looserLimits('stored', own.stored, reviewed.stored),
    ...looserLimits('p95', own.tail, reviewed.tail),
    ...looser('paired.detect', own.paired.detect, reviewed.paired.detect),
    ...looser('paired.fail', own.paired.fail, reviewed.paired.fail),
    ...(own.sameJobOnly && !reviewed.sameJobOnly ? ['sameJobOnly lets a stored baseline warn at most'] : []),
    ...looserOverrides(own, reviewed),
    ...verdicts.filter((verdict) => isMilder(exitCodeOf(verdict, own.raise), exitCodeOf(verdict, reviewed.raise))).map((verdict) => `raise.${verdict} ${exitCodeOf(verdict, reviewed.raise)} → ${exitCodeOf(verdict, own.raise)}`),
  ];
}

/** Of two policies' exit codes the worse one of each verdict. */
export function strictestRaise(one: Readonly<Record<string, ExitCode>>, other: Readonly<Record<string, ExitCode>>): Record<string, ExitCode> {
  const named = verdicts.filter((verdict) => Object.hasOwn(one, verdict) || Object.hasOwn(other, verdict));
  return Object.fromEntries(named.map((verdict) => [verdict, worstExitCode([exitCodeOf(verdict, one), exitCodeOf(verdict, other)])]));
}

function isMilder(own: ExitCode, reviewed: ExitCode): boolean {
  return own !== reviewed && worstExitCode([own, reviewed]) === reviewed;
}

function looserLimits(name: string, own: Thresholds, reviewed: Thresholds): string[] {
  return [...looser(`${name}.warn`, own.warn, reviewed.warn), ...looser(`${name}.fail`, own.fail, reviewed.fail)];
}

function looser(name: string, own: number, reviewed: number): string[] {
  return own > reviewed ? [`${name} ${formatShare(reviewed)} → ${formatShare(own)}`] : [];
}

/** An override that the other policy has not, and that allows more than its usual limits; or one that it has, which allowed less. */
function looserOverrides(own: ComparisonPolicy, reviewed: ComparisonPolicy): string[] {
  const known = new Set(reviewed.overrides.map(keyOf));
  const kept = new Set(own.overrides.map(keyOf));
  const added = own.overrides.filter((override) => !override.expired && !known.has(keyOf(override)) && allows(override, reviewed, 'more'));
  const removed = reviewed.overrides.filter((override) => !override.expired && !kept.has(keyOf(override)) && allows(override, own, 'less'));
  return [...added.map(({ benchmark }) => `a new override of ${benchmark}`), ...removed.map(({ benchmark }) => `no override of ${benchmark}`)];
}

function keyOf({ suite, benchmark, metric, warn, fail }: PolicyOverride): string {
  return JSON.stringify([suite, benchmark, metric, warn, fail]);
}

/** Beside the narrowest of the usual limits, or the widest. Where an earlier override named less still, more is a matter of rows: every row is judged again. */
function allows({ warn, fail }: PolicyOverride, { stored, tail, paired }: ComparisonPolicy, what: 'more' | 'less'): boolean {
  const differs = (limit: number | null, usual: readonly number[]): boolean => limit !== null && (what === 'more' ? limit > Math.min(...usual) : limit < Math.max(...usual));
  return differs(warn, [stored.warn, tail.warn, paired.detect / 2]) || differs(fail, [stored.fail, tail.fail, paired.fail]);
}

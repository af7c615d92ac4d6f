import { createLimitFormat } from '../../model/format-limit.js';
import { createFinding } from '../../model/finding.js';
import type { Finding, SloPolicy, SloRow } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { describeObjective, fewOf } from './objective-wording.js';

/** A breach; [] of any other row. */
export function violation({ verdict, observed, share, suite, benchmark }: SloRow, objective: SloPolicy | undefined): Finding[] {
  if (verdict !== 'fail' || objective === undefined) return [];
  const { metric, unit, limit, budget = 0 } = objective;
  const show = createLimitFormat(limit, unit);
  const place = suite === null ? { benchmark } : { suite, benchmark };
  if (share !== undefined) {
    return [createFinding('BNL005', { objective: `${benchmark} ${metric}`, observed: `at least ${formatShare(share.lower)} of the samples`, limit: `${show(limit)}, where ${formatShare(budget)} may` }, place)];
  }
  return observed === null ? [] : [createFinding('BNL005', { objective: `${benchmark} ${metric}`, observed: show(observed), limit: show(limit) }, place)];
}

/** One warning for all that holds by too little. */
export function closeToLimits(rows: readonly SloRow[]): Finding[] {
  const close = rows.filter(({ near }) => near === true).map(({ benchmark, metric, margin }) => `${benchmark} ${metric} (${formatShare((margin?.percent ?? 0) / 100)})`);
  return close.length === 0 ? [] : [createFinding('BNL042', { objectives: fewOf(close) })];
}

/** A warning for each limit that the environment set, whether or not it mattered. */
export function environmentLimits(objectives: readonly SloPolicy[]): Finding[] {
  return objectives.flatMap(({ override, limit, unit, benchmark, metric }, index) => {
    if (override === undefined) return [];
    const args = { variable: override.variable, objective: `${benchmark} ${metric}`, limit: createLimitFormat(limit, unit)(limit), configured: createLimitFormat(override.configured, unit)(override.configured) };
    return [createFinding('BNL043', args, { pointer: `/slo/${index}` })];
  });
}

/**
 * What was not checked since it is for other machines. A note where other objectives were checked, or where the machine's class is another one;
 * an error where nothing was checked at all: a gate that looks at nothing would pass for ever.
 */
export function otherClasses(others: readonly SloPolicy[], { declared, isEverything }: { declared: string | null; isEverything: boolean }): Finding[] {
  if (others.length === 0) return [];
  const host = declared === null ? 'a machine without a declared host class' : `host class ${declared}`;
  const finding = createFinding('BNL041', { objectives: fewOf([...new Set(others.map(describeObjective))]), host });
  return [{ ...finding, level: isEverything ? 'error' : declared === null ? 'warning' : 'note' }];
}

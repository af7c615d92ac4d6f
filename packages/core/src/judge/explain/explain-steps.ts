import { formatValue } from '../../model/format-value.js';
import type { Comparison, ComparisonRow, Estimate } from '../../model/generated/types.js';
import { formatChange, formatShare } from '../../model/share.js';

const rules: Record<ComparisonRow['rule'], string> = {
  threshold: 'Plain limits: too few rounds to tell noise from change.',
  rank: 'Ranks of the rounds of different jobs, with the noise between jobs.',
  paired: 'Ranks inside blocks of interleaved rounds, looked at several times within one error budget.',
  exact: 'Exact counts, compared directly.',
  comparability: 'Like is compared with like: the sides differ.',
  presence: 'Measured on one side only, or not at all.',
  direction: 'Nobody said which way is better.',
  observations: 'The statistic cannot be judged from what was measured.',
};

const grades: Record<ComparisonRow['grade'], string> = {
  paired: 'measured side by side',
  'same-host': 'measured in one job, one side after the other',
  stored: 'measured in different jobs',
  summary: 'summaries without samples',
  none: 'nothing to compare',
};

/** What led to a row's verdict, one sentence a step. */
export function explainSteps(row: ComparisonRow, { policy, algorithm }: Comparison): string[] {
  return [
    `Rule: ${rules[row.rule]}`,
    `Evidence: ${grades[row.grade]}${measuredText(row)}.`,
    ...changeSteps(row),
    ...limitSteps(row),
    ...differenceSteps(row),
    ...overrideStep(row, policy.overrides),
    `Verdict: ${row.verdict}. ${row.reason}`,
    `Judged by ${algorithm}.`,
  ];
}

function measuredText({ base, head }: ComparisonRow): string {
  const text = (side: Estimate | null): string => (side === null ? 'nothing' : `${side.rounds} rounds (${side.observations} observations)`);
  return base === null && head === null ? '' : `; base ${text(base)}, head ${text(head)}`;
}

function changeSteps({ base, head, unit, slowdown, interval, p }: ComparisonRow): string[] {
  const shown = (side: Estimate | null): string => (side === null ? 'none' : formatValue(side.value, unit ?? ''));
  const steps = base === null && head === null ? [] : [`Values: base ${shown(base)}, head ${shown(head)}.`];
  if (slowdown === null) return steps;
  const bound = (value: number | null): string => (value === null ? 'unknown' : formatChange(value));
  const range = interval === null ? '' : `, ${formatShare(interval.level)} interval ${bound(interval.lower)} to ${bound(interval.upper)}`;
  const chance = p === null ? '' : `; p ${p.toPrecision(2)} against no more than the noise floor`;
  return [...steps, `Change: ${formatChange(slowdown)} (above zero is worse)${range}${chance}.`];
}

function limitSteps({ thresholds, floor, detectable, roundsNeeded, confirmation }: ComparisonRow): string[] {
  return [
    ...(thresholds === null ? [] : [`Limits: warn ${formatShare(thresholds.warn)}, fail ${formatShare(thresholds.fail)}.`]),
    ...(floor === null ? [] : [`Noise floor: ${formatShare(floor)}.`]),
    ...(detectable === null ? [] : [`Smallest change that so many rounds show: ${formatShare(detectable)}.`]),
    ...(roundsNeeded === null ? [] : [`Rounds a side that would settle it: ${roundsNeeded}.`]),
    ...(confirmation === 'none' ? [] : [`Fresh rounds: ${confirmation}.`]),
  ];
}

function differenceSteps({ differences }: ComparisonRow): string[] {
  return differences.map(({ field, base, head }) => `Differs: ${field}, base ${base ?? 'unknown'}, head ${head ?? 'unknown'}.`);
}

function overrideStep({ override }: ComparisonRow, overrides: Comparison['policy']['overrides']): string[] {
  const used = override === null ? undefined : overrides[override];
  if (used === undefined) return [];
  return [`Exception for ${used.benchmark}: ${used.reason}${used.expires === null ? '' : `, until ${used.expires}`}.`];
}

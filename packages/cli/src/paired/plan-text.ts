import { formatDuration } from '@benchline/core/model';
import { BLOCK_SIZE, LOOKS } from '@benchline/core/judge';
import type { Lane } from './lane.js';
import { chosenTime } from './tool-time.js';
import type { ControlMode, TimePlan } from './time-plan.js';

export interface PlanFacts {
  lanes: readonly Lane[];
  control: readonly Lane[];
  plan: TimePlan;
  budgetMs: number;
  seed: string;
  /** What was asked for. */
  mode: ControlMode;
}

/** What is about to be measured, and what it costs; printed before the first look. */
export function planText({ lanes, control, plan, budgetMs, seed, mode }: PlanFacts): string {
  const benchmarks = lanes.reduce((sum, { cost }) => sum + cost.benchmarks, 0);
  const exactOnly = lanes.every(({ cost }) => cost.exactOnly);
  const reserve = plan.reserveMs > 0 ? `, ${formatDuration(coarse(plan.reserveMs))} kept for confirming failures` : '';
  return [
    `${count(benchmarks, 'benchmark')} in ${count(lanes.length, 'suite')}, ${exactOnly ? BLOCK_SIZE : `at most ${LOOKS.at(-1) ?? 0}`} rounds a side in random order (seed ${seed}).`,
    `${exactOnly ? 'About' : `First look (${LOOKS[0] ?? 0} rounds a side): about`} ${formatDuration(coarse(plan.firstLookMs))}.${exactOnly ? '' : ` All looks: about ${formatDuration(coarse(plan.allLooksMs))}.`} Budget ${formatDuration(budgetMs)}${reserve}.`,
    ...lanes.flatMap((lane) => [...timesText(lane), ...exactText(lane)]),
    controlText(control, { mode, exactOnly }),
    '',
  ].join('\n');
}

/** "decode: 300 ms warm-up and 1 s measuring for each benchmark and round."; nothing where the tool has no such settings. */
export function timesText({ suite, time }: Pick<Lane, 'suite' | 'time'>, closing = ''): string[] {
  const { warmupMs, measureMs } = chosenTime(suite.knobs, time);
  const parts = [warmupMs === undefined ? [] : [`${formatDuration(warmupMs)} warm-up`], measureMs === undefined ? [] : [`${formatDuration(measureMs)} measuring`]].flat();
  return parts.length === 0 ? [] : [`${suite.suite.name}: ${parts.join(' and ')} for each benchmark and round${closing}.`];
}

function exactText({ suite, cost }: Lane): string[] {
  return cost.exactOnly ? [`${suite.suite.name}: exact counts; ${BLOCK_SIZE} rounds a side tell whether they repeat.`] : [];
}

function controlText(control: readonly Lane[], { mode, exactOnly }: { mode: ControlMode; exactOnly: boolean }): string {
  if (control.length === 0 && exactOnly) return 'No control arm: exact counts need none.';
  if (control.length === 0) return mode === 'sample' ? 'No control arm: a tenth of the budget has no room for one.' : 'No control arm.';
  const benchmarks = control.reduce((sum, { ids, cost }) => sum + (ids?.length ?? cost.benchmarks), 0);
  return `Control arm: ${count(benchmarks, 'benchmark')} of the base against a second build of it.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A time that is a guess: whole seconds. */
function coarse(ms: number): number {
  return Math.max(1, Math.round(ms / 1000)) * 1000;
}

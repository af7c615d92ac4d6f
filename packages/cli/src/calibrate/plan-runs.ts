import { formatDuration, type Config } from '@benchline/core/model';
import { BLOCK_SIZE } from '@benchline/core/judge';
import type { Lane } from '../paired/lane.js';
import type { SuiteCost } from '../paired/suite-cost.js';
import { timesText } from '../paired/plan-text.js';
import { planTimes } from '../paired/time-plan.js';
import { toolTimeAt, type ToolTime } from '../paired/tool-time.js';
import { userError } from '../user-error.js';

/** The tools' own times that paired mode would choose with its budget: shorter ones make more noise, and its noise is what is looked for. */
export function pairedTimes(costs: readonly SuiteCost[], { timeBudgetMs, control }: Config['paired']): ToolTime[] {
  const plan = planTimes({ costs, leftMs: timeBudgetMs, budgetMs: timeBudgetMs, control });
  return 'times' in plan ? plan.times : costs.map(({ suite }) => toolTimeAt(suite, 0));
}

export interface RunsQuestion {
  wanted: number;
  /** Expected time of one comparison, ms. */
  eachMs: number;
  spentMs: number;
  /** null: no limit. */
  budgetMs: number | null;
}

/** How many comparisons the budget has room for, at most those wanted. BNL016 where not even one fits. */
export function planRuns({ wanted, eachMs, spentMs, budgetMs }: RunsQuestion): number {
  if (budgetMs === null) return wanted;
  const room = Math.min(wanted, Math.floor((budgetMs - spentMs) / eachMs));
  if (room >= 1) return room;
  const needed = formatDuration(Math.ceil(((spentMs + eachMs) * 1.1) / 10_000) * 10_000);
  throw userError('BNL016', { problem: `The time budget of ${formatDuration(budgetMs)} is too small: one comparison takes about ${shown(spentMs + eachMs)}`, fix: `Pass --time-budget "${needed}", or measure less (--filter, --suite, --rounds ${BLOCK_SIZE}).` });
}

export interface PlanFacts {
  lanes: readonly Lane[];
  runs: number;
  wanted: number;
  rounds: number;
  eachMs: number;
  budgetMs: number | null;
  /** The file, as people write it. */
  path: string;
}

/** What is about to be measured, and what it costs; printed before the first comparison. */
export function planText({ lanes, runs, wanted, rounds, eachMs, budgetMs, path }: PlanFacts): string {
  const benchmarks = lanes.reduce((sum, { cost }) => sum + cost.benchmarks, 0);
  const limit = runs < wanted && budgetMs !== null ? ` The budget of ${formatDuration(budgetMs)} has room for ${runs} of ${wanted}.` : '';
  return [
    `${count(benchmarks, 'benchmark')} in ${count(lanes.length, 'suite')} against ${benchmarks === 1 ? 'itself' : 'themselves'}: ${count(runs, 'comparison')} of ${rounds} rounds a side, in random order.`,
    `About ${shown(runs * eachMs)}.${limit} ${path} is written at the end, and not before.`,
    ...lanes.flatMap((lane) => timesText(lane, ', as in paired mode')),
    '',
  ].join('\n');
}

/** "decode: comparison 3 of 10, block 1 of 2, about 40 s left". */
export function runStep({ lanes, run, runs, block, blocks, leftMs }: { lanes: readonly Lane[]; run: number; runs: number; block: number; blocks: number; leftMs: number }): string {
  return `${lanes.map(({ suite }) => suite.suite.name).join(', ')}: comparison ${run} of ${runs}, block ${block} of ${blocks}, about ${shown(leftMs)} left`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A time that is a guess: whole seconds. */
function shown(ms: number): string {
  return formatDuration(Math.max(1, Math.round(ms / 1000)) * 1000);
}

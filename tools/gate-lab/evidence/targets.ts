import type { Power } from '../experiments/power.js';
import type { Results } from '../experiments/results.js';
import type { Rate } from '../experiments/tally.js';
import { percent, table, withCounts } from './format.js';

/** One figure with its bound. */
export interface Target {
  readonly what: string;
  readonly bound: string;
  readonly measured: string;
  /** null: the lab cannot measure it. */
  readonly reached: boolean | null;
  /** Whether the worse end of the 95 % interval keeps the bound too; null where there is no interval. */
  readonly proven: boolean | null;
  /** By how much it is missed, in its unit; '' where it is reached. */
  readonly missedBy: string;
}

export function atMost(what: string, rate: Rate, limit: number): Target {
  const reached = rate.share <= limit;
  return { what, bound: `<= ${percent(limit)}`, measured: withCounts(rate), reached, proven: rate.upper <= limit, missedBy: reached ? '' : `${percent(rate.share - limit)} points` };
}

export function atLeast(what: string, rate: Rate, limit: number): Target {
  const reached = rate.share >= limit;
  return { what, bound: `>= ${percent(limit)}`, measured: withCounts(rate), reached, proven: rate.lower >= limit, missedBy: reached ? '' : `${percent(limit - rate.share)} points` };
}

function below(what: string, value: number, { limit, unit }: { limit: number; unit: string }): Target {
  const shown = (number: number): string => (unit === '%' ? percent(number, 0) : `${number.toFixed(unit === 's' ? 2 : 1)} ${unit}`);
  const reached = value <= limit;
  return { what, bound: `<= ${shown(limit)}`, measured: shown(value), reached, proven: null, missedBy: reached ? '' : shown(value - limit) };
}

/** The figures the judge was built to keep. */
export function figures(results: Results): Target[] {
  const { nulls, powers, judgingSeconds } = results;
  const { share } = roundsShare(results);
  return [
    atMost('suites of 100 unchanged benchmarks with a false `regressed`, CV <= 3 %', nulls.calm.hundred.suitesRegressed, 0.01),
    atMost('the same with any flag (regressed, warn or improved)', nulls.calm.hundred.suitesFlagged, 0.05),
    atMost('the same, false `regressed`, all 4,033 benchmarks whatever their CV', nulls.all.hundred.suitesRegressed, 0.01),
    atMost('the same, any flag, all 4,033', nulls.all.hundred.suitesFlagged, 0.05),
    atLeast('+5 % found, 10 of 100 slower, CV <= 3 %', at(powers.ten, 0.05).found, 0.95),
    atLeast('+5 % found, 1 of 100 slower', at(powers.one, 0.05).found, 0.95),
    atLeast('+10 % found, 10 of 100 slower', at(powers.ten, 0.1).found, 0.99),
    atLeast('+10 % found, 1 of 100 slower', at(powers.one, 0.1).found, 0.99),
    atMost('a real +5 % called `unchanged`, 10 of 100 slower', at(powers.ten, 0.05).passed, 0.005),
    below('rounds, as a share of the fixed plan with equal errors', share, { limit: 0.55, unit: '%' }),
    below('judging 10,000 benchmarks x 20 + 20 rounds (this machine)', judgingSeconds, { limit: 2, unit: 's' }),
  ];
}

/** Targets T1 to T8; T9 and T10 are told in words. */
export function protocolTargets(results: Results): Target[] {
  const { nulls, powers, short, own, tails, hosted, disturbed } = results;
  const load = own.find(({ mode }) => mode === 'load')?.rows[0]?.cells[0];
  const slots = own.find(({ mode }) => mode === 'slots')?.rows[0]?.cells ?? [];
  const five = slots.find(({ slowdown }) => slowdown === 0.05);
  const lastJob = hosted[0];
  const manyJobs = hosted[1];
  const advisory = hosted[2];
  const [quiet, , tailOnly] = tails;
  return [
    atMost('T1 suites of 50 unchanged, false `regressed`, CV <= 3 %', nulls.calm.fifty.suitesRegressed, 0.01),
    atMost('T1 the same, all 4,033', nulls.all.fifty.suitesRegressed, 0.01),
    atLeast('T2 +5 % found, CV <= 3 %, at most 20 rounds', short.five.found, 0.99),
    below('T2 mean rounds a side of those', short.five.rounds, { limit: 12, unit: 'rounds' }),
    atLeast('T3 +10 % found, robust CV <= 6 %, at most 20 rounds', short.ten.found, 0.95),
    atMost('T4 `unchanged` although 5 % slower, all 4,033', at(powers.all, 0.05).passed, 0.01),
    ...(five === undefined ? [] : [atMost('T4 the same, own recording, real +5 %', five.unchanged, 0.01)]),
    atMost('T5 inconclusive, unchanged code, CV <= 3 %', nulls.calm.hundred.inconclusive, 0.01),
    ...(load === undefined ? [] : [atMost('T6 false `regressed` with a neighbour coming up mid-run, own recording', load.failed, 0.01)]),
    ...disturbed.map(({ scenario, nulls: [first] }) => (first === undefined ? [] : [atMost(`T6 the same, ${scenario.replace(/:.*/, '')} on the dedicated hosts' data`, first.regressed, 0.01)])).flat(),
    ...(lastJob === undefined ? [] : [atMost('T7 stored baseline of one job on hosted runners, false fail', lastJob.failed, 0), atMost('T7 the same, false warn or fail', lastJob.flagged, 0.02)]),
    ...(manyJobs === undefined ? [] : [atMost('T7 baseline of 20 jobs, false fail', manyJobs.failed, 0), atMost('T7 the same, false warn or fail', manyJobs.flagged, 0.02)]),
    ...(advisory === undefined ? [] : [atMost('T7 the same with the policy `sameJobOnly`, false fail', advisory.failed, 0)]),
    ...(quiet === undefined ? [] : [atMost('T8 tail gate, unchanged code, own recording', quiet.ours, 0.01)]),
    ...(tailOnly === undefined ? [] : [atLeast('T8 tail gate, 10 % of the iterations twice as slow', tailOnly.ours, 0.6)]),
  ];
}

export function targetTable(targets: readonly Target[]): string {
  return table(
    ['figure', 'bound', 'measured (95 % interval)', 'reached', 'also at the interval\'s worse end'],
    targets.map(({ what, bound, measured, reached, proven, missedBy }) => [what, bound, measured, reached === null ? 'not measured' : reached ? 'yes' : `**no, by ${missedBy}**`, proven === null ? '-' : proven ? 'yes' : 'no']),
  );
}

export function at(powers: readonly Power[], slowdown: number): Power {
  const found = powers.find((power) => power.slowdown === slowdown);
  if (found === undefined) throw new RangeError(`no power at ${slowdown}`);
  return found;
}

/**
 * Rounds of the adaptive plan in a suite of which a tenth is 5 % slower, over those of the shortest fixed plan that misses no more of the slowdowns and
 * leaves no more unchanged benchmarks undecided; the longest plan where none does.
 */
export function roundsShare({ powers, nulls, fixed }: Results): { share: number; adaptive: number; fixed: number; plan: number; equal: boolean } {
  const found = at(powers.ten, 0.05).found.share;
  const undecided = nulls.calm.hundred.inconclusive.share;
  const equals = fixed.find((plan) => plan.power.found.share >= found && plan.nulls.inconclusive.share <= undecided);
  const plan = equals ?? fixed[fixed.length - 1];
  if (plan === undefined) throw new RangeError('a fixed plan to compare with');
  const mix = (changed: number, unchanged: number): number => 0.1 * changed + 0.9 * unchanged;
  const adaptive = mix(at(powers.ten, 0.05).rounds, nulls.calm.hundred.rounds);
  const planned = mix(plan.power.rounds, plan.nulls.rounds);
  return { share: adaptive / planned, adaptive, fixed: planned, plan: plan.rounds, equal: equals !== undefined };
}

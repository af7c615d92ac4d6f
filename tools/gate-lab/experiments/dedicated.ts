import { calmPlans, dedicatedHosts, fullPlans } from '../data/populations.js';
import { ours, oursFixed, oursRule, defaultPolicy } from '../rules/ours.js';
import { rivals, type Rival } from '../rules/rivals.js';
import type { Rule } from '../rules/rule.js';
import type { Unchanged } from '../series/relabel.js';
import type { Series } from '../series/series.js';
import { drawSuites } from './draw-suites.js';
import { falseAlarms, type FalseAlarms } from './false-alarms.js';
import { power, type Power } from './power.js';

/** How much is drawn; the tests use less. */
export interface Effort {
  /** Passes over the population for our own rule, and for the rules of others. */
  readonly passes: number;
  readonly rivalPasses: number;
}

export const slowdowns = [0.02, 0.05, 0.1, 0.2];

export interface NullTable {
  readonly hundred: FalseAlarms;
  readonly fifty: FalseAlarms;
}

/** False alarms of a rule in suites of 100 and of 50. */
export function nullTable(rule: Rule, population: readonly Unchanged[], passes: number): NullTable {
  return {
    hundred: falseAlarms(rule, drawSuites(population, { size: 100, passes, seed: 100 })),
    fifty: falseAlarms(rule, drawSuites(population, { size: 50, passes: Math.ceil(passes / 2), seed: 50 })),
  };
}

/** The slow rules judge a part of one pass. */
function rivalSuites({ slow }: Rival, population: readonly Unchanged[], plan: { passes: number; seed: number; size: number }): Iterable<Series[]> {
  return slow ? firstOf(drawSuites(population, { ...plan, passes: 1 }), 600 / plan.size) : drawSuites(population, plan);
}

function* firstOf<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const value of values) {
    if (left <= 0) return;
    left -= 1;
    yield value;
  }
}

export function rivalNulls(population: readonly Unchanged[], passes: number): NullTable[] {
  return rivals.map((rival) => ({
    hundred: falseAlarms(rival.rule, rivalSuites(rival, population, { size: 100, passes, seed: 100 })),
    fifty: falseAlarms(rival.rule, rivalSuites(rival, population, { size: 50, passes, seed: 50 })),
  }));
}

/** One row of powers: every slowdown. */
export function ourPowers(population: readonly Unchanged[], { passes, changed, sizes = slowdowns, rule = ours }: { passes: number; changed: number; sizes?: readonly number[]; rule?: Rule }): Power[] {
  return sizes.map((slowdown) => power(rule, drawSuites(population, { size: 100, passes, seed: 1 + Math.round(1000 * slowdown) }), { slowdown, changed }));
}

/** Rules of others judge benchmark by benchmark, so that every benchmark of a suite may be changed at once. */
export function rivalPowers(population: readonly Unchanged[], passes: number): Power[][] {
  return rivals.map((rival) =>
    slowdowns.map((slowdown) => {
      const suites = rivalSuites(rival, population, { size: 100, passes, seed: 1 + Math.round(1000 * slowdown) });
      return power(rival.rule, rival.slow ? firstOf(suites, 3) : suites, { slowdown, changed: 100 });
    }),
  );
}

/** The same decisions after a fixed number of rounds, beside the adaptive ones. */
export interface PlanPower {
  readonly rounds: number;
  readonly power: Power;
  readonly nulls: FalseAlarms;
}

export function fixedPlans(population: readonly Unchanged[], passes: number): PlanPower[] {
  return [10, 15, 20, 25, 30].map((rounds) => ({
    rounds,
    power: power(oursFixed(rounds), drawSuites(population, { size: 100, passes, seed: 51 }), { slowdown: 0.05, changed: 10 }),
    nulls: falseAlarms(oursFixed(rounds), drawSuites(population, { size: 100, passes: Math.ceil(passes / 3), seed: 100 })),
  }));
}

/** Looks at 10 and 20 rounds only: a time budget that ends before the last look. */
export const shortOurs = oursRule({ name: 'Benchline, budget of 20 rounds', how: 'looks at 10 and 20 rounds', looks: [10, 20], policy: defaultPolicy });

/** What the tables of the dedicated hosts are made of. */
export const populations = { calm: calmPlans, full: fullPlans, all: dedicatedHosts };

import { createRandom, type Random } from '../../../packages/core/src/stats/random.js';
import { ours } from '../rules/ours.js';
import { rivals } from '../rules/rivals.js';
import type { Rule } from '../rules/rule.js';
import { slowHostMix, stepLoad } from '../series/disturb.js';
import type { Unchanged } from '../series/relabel.js';
import type { Series } from '../series/series.js';
import { drawSuites } from './draw-suites.js';
import { falseAlarms, type FalseAlarms } from './false-alarms.js';
import { power, type Power } from './power.js';

/** Interleaved runs on a machine whose speed changes under way. */
export interface Disturbed {
  readonly scenario: string;
  readonly nulls: readonly FalseAlarms[];
  readonly powers: readonly Power[];
}

const scenarios: readonly { scenario: string; disturb: (series: Series, random: Random) => Series }[] = [
  { scenario: 'step load: from a random run on everything takes 17 to 43 % longer', disturb: stepLoad },
  { scenario: 'slow host mix: spells of about ten runs at 25 % less speed, a third of the time', disturb: slowHostMix },
];

/** False alarms, and power at +5 % with 10 of 100 changed, of ours and of the quick rules of others. */
export function disturbed(population: readonly Unchanged[], passes: number): Disturbed[] {
  const rules: Rule[] = [ours, ...rivals.filter(({ slow }) => !slow).map(({ rule }) => rule)];
  return scenarios.map(({ scenario, disturb }) => {
    const suites = (rule: Rule, seed: number): Iterable<Series[]> => disturbedSuites({ population, passes: rule === ours ? passes : 1, seed }, disturb);
    return {
      scenario,
      nulls: rules.map((rule) => falseAlarms(rule, suites(rule, 7))),
      powers: rules.map((rule) => power(rule, suites(rule, 8), { slowdown: 0.05, changed: rule === ours ? 10 : 100 })),
    };
  });
}

function* disturbedSuites({ population, passes, seed }: { population: readonly Unchanged[]; passes: number; seed: number }, disturb: (series: Series, random: Random) => Series): Generator<Series[]> {
  const random = createRandom(seed);
  for (const suite of drawSuites(population, { size: 100, passes, seed })) yield suite.map((series) => disturb(series, random));
}

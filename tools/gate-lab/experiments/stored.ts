import { fullPlans } from '../data/populations.js';
import { oursStored } from '../rules/ours-stored.js';
import { rivals } from '../rules/rivals.js';
import { onMixedHosts, sequentialSuites } from '../series/sequential.js';
import { falseAlarms, type FalseAlarms } from './false-alarms.js';
import { power, type Power } from './power.js';

export interface StoredTable {
  readonly sequential: readonly FalseAlarms[];
  readonly mixedHosts: readonly FalseAlarms[];
  /** 10 of 50 benchmarks slower by 10, 25 and 50 %; ours only. */
  readonly powers: readonly Power[];
}

/** Base first, head later, as a stored baseline has it; dedicated hosts, and a pool in which three hosts in ten are 25 % slower. */
export function stored(): StoredTable {
  const suites = sequentialSuites(fullPlans(), 50, 5);
  const rules = [oursStored, ...rivals.map(({ rule }) => rule)];
  return {
    sequential: rules.map((rule) => falseAlarms(rule, suites)),
    mixedHosts: rules.map((rule) => falseAlarms(rule, onMixedHosts(suites, 6))),
    powers: [0.1, 0.25, 0.5].map((slowdown) => power(oursStored, suites, { slowdown, changed: 10 })),
  };
}

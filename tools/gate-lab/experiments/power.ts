import { scaleRun } from '../data/run-summary.js';
import type { Rule } from '../rules/rule.js';
import { mapHead, type Series } from '../series/series.js';
import { createTally, type Rate } from './tally.js';

/** What a rule says of benchmarks that became slower by a known factor. */
export interface Power {
  readonly rule: string;
  /** A share: 0.05 is 5 % slower. */
  readonly slowdown: number;
  /** Warned about or failed. */
  readonly found: Rate;
  readonly failed: Rate;
  /** Passed with the claim that nothing changed, or passed in silence by a rule that knows no such claim. */
  readonly passed: Rate;
  readonly inconclusive: Rate;
  /** False regressions among the unchanged benchmarks of the same suites. */
  readonly falselyRegressed: Rate;
  /** Mean rounds of the changed benchmarks. */
  readonly rounds: number;
}

export interface Injection {
  readonly slowdown: number;
  /** Benchmarks of each suite that are slower; the others are unchanged. */
  readonly changed: number;
}

/** Slows the first benchmarks of every suite down (their order is random) and counts what becomes of them. */
export function power(rule: Rule, suites: Iterable<readonly Series[]>, { slowdown, changed }: Injection): Power {
  const tally = createTally();
  const unchanged = createTally();
  for (const suite of suites) {
    const injected = suite.map((series, index) => (index < changed ? mapHead(series, (run) => scaleRun(run, 1 + slowdown)) : series));
    rule.judge(injected).forEach((decision, index) => (index < changed ? tally : unchanged).add(suite[index]?.benchmark ?? '', decision));
  }
  return {
    rule: rule.name,
    slowdown,
    found: tally.rate('regressed', 'warn'),
    failed: tally.rate('regressed'),
    passed: tally.rate('unchanged', 'no-flag'),
    inconclusive: tally.rate('inconclusive'),
    falselyRegressed: unchanged.rate('regressed'),
    rounds: tally.rounds(),
  };
}

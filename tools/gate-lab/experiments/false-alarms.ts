import type { Rule } from '../rules/rule.js';
import type { Series } from '../series/series.js';
import { createTally, suiteRate, type Rate } from './tally.js';

/** What a rule says of unchanged code. */
export interface FalseAlarms {
  readonly rule: string;
  readonly regressed: Rate;
  readonly flagged: Rate;
  readonly unchanged: Rate;
  readonly inconclusive: Rate;
  readonly suitesRegressed: Rate;
  readonly suitesFlagged: Rate;
  readonly rounds: number;
}

/** Judges suites in which nothing changed. A flag is a regression, a warning or an improvement. */
export function falseAlarms(rule: Rule, suites: Iterable<readonly Series[]>): FalseAlarms {
  const tally = createTally();
  let [total, regressed, flagged] = [0, 0, 0];
  for (const suite of suites) {
    const decisions = rule.judge(suite);
    decisions.forEach((decision, index) => tally.add(suite[index]?.benchmark ?? '', decision));
    const answers = new Set(decisions.map(({ answer }) => answer));
    total += 1;
    if (answers.has('regressed')) regressed += 1;
    if (answers.has('regressed') || answers.has('warn') || answers.has('improved')) flagged += 1;
  }
  return {
    rule: rule.name,
    regressed: tally.rate('regressed'),
    flagged: tally.rate('regressed', 'warn', 'improved'),
    unchanged: tally.rate('unchanged'),
    inconclusive: tally.rate('inconclusive'),
    suitesRegressed: suiteRate(regressed, total),
    suitesFlagged: suiteRate(flagged, total),
    rounds: tally.rounds(),
  };
}

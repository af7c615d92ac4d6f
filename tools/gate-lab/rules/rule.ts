import type { Series } from '../series/series.js';

/** What a rule tells about one benchmark. Rules of tools that do not know a word never use it; silence is `no-flag`. */
export type Answer = 'regressed' | 'warn' | 'improved' | 'unchanged' | 'inconclusive' | 'not-comparable' | 'no-flag';

export interface Decision {
  readonly answer: Answer;
  /** Runs a side that the rule used up. */
  readonly rounds: number;
}

/** A way to judge the benchmarks of one suite, re-implemented or our own. */
export interface Rule {
  readonly name: string;
  /** In few words, what is compared and when it is flagged. */
  readonly how: string;
  judge(suite: readonly Series[]): Decision[];
}

/** A rule that looks at each benchmark by itself. */
export function aloneRule({ name, how }: Pick<Rule, 'name' | 'how'>, judgeOne: (series: Series) => Decision): Rule {
  return { name, how, judge: (suite) => suite.map(judgeOne) };
}

/** Flags in the direction of the change. */
export function flag(change: number): Answer {
  return change > 0 ? 'regressed' : 'improved';
}

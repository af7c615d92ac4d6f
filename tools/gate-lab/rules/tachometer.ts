import { momentsOf, type Moments } from './moments.js';
import { aloneRule, flag, type Rule } from './rule.js';
import { tCritical } from './t-critical.js';

const FIRST = 10;

/**
 * tachometer's sampling: round robin, after each round the 95 % t interval of the relative difference (delta method); it stops as soon as the
 * interval excludes the horizon, 0 % or a band about it. Its first look comes at 50 rounds there, at 10 here, so that all rules have the same budget.
 */
export function tachometerRule(horizon: number): Rule {
  const name = `tachometer-like, horizon ${horizon * 100} %`;
  return aloneRule({ name, how: `95 % t interval of the relative difference after each round; stops when it excludes ${horizon === 0 ? 'zero' : `each of -${horizon * 100}, 0, +${horizon * 100} %`}` }, ({ looks }) => {
    const a = looks.a.map((run) => run.median);
    const b = looks.b.map((run) => run.median);
    const conditions = horizon === 0 ? [0] : [-horizon, 0, horizon];
    for (let rounds = FIRST; rounds <= a.length; rounds += 1) {
      const interval = relativeDifference(momentsOf(a.slice(0, rounds)), momentsOf(b.slice(0, rounds)));
      const settled = conditions.every((value) => interval.low > value || interval.high < value);
      if (settled || rounds === a.length) return { answer: answerOf(interval), rounds };
    }
    return { answer: 'no-flag', rounds: a.length };
  });
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function answerOf({ low, high }: Range): 'regressed' | 'improved' | 'no-flag' {
  return low > 0 ? (flag(1) as 'regressed') : high < 0 ? 'improved' : 'no-flag';
}

function relativeDifference(a: Moments, b: Moments): Range {
  const variance = (a.variance / a.n) * (b.mean ** 2 / a.mean ** 4) + b.variance / b.n / a.mean ** 2;
  const middle = b.mean / a.mean - 1;
  const half = tCritical(a.n + b.n - 2) * Math.sqrt(variance);
  return { low: middle - half, high: middle + half };
}

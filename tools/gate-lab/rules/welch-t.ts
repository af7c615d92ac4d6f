import { momentsOf, twoSidedT, welch } from './moments.js';
import { aloneRule, flag } from './rule.js';

/** The gate many projects write for themselves: Welch's t with p < 0.05, and the means differ by 5 % or more. */
export const welchT = aloneRule({ name: 'Welch t, 5 %', how: 'Welch t, p < 0.05 and means 5 % apart' }, ({ looks }) => {
  const a = momentsOf(looks.a.map((run) => run.median));
  const b = momentsOf(looks.b.map((run) => run.median));
  const { t, degrees } = welch(a, b);
  const change = b.mean / a.mean - 1;
  return { answer: twoSidedT(t, degrees) < 0.05 && Math.abs(change) >= 0.05 ? flag(change) : 'no-flag', rounds: a.n };
});

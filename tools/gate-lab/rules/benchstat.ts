import { median } from '../../../packages/core/src/stats/descriptive.js';
import { createShift } from '../../../packages/core/src/stats/shift.js';
import { aloneRule, flag } from './rule.js';

/** golang.org/x/perf/cmd/benchstat: Mann-Whitney U test of all runs, alpha 0.05, no minimum effect, no correction for many benchmarks. */
export const benchstat = aloneRule({ name: 'benchstat', how: 'U test, p < 0.05' }, ({ looks }) => {
  const a = looks.a.map((run) => run.median);
  const b = looks.b.map((run) => run.median);
  const shift = createShift([{ a, b }]);
  const p = 2 * Math.min(shift.pGreater(0), shift.pLess(0));
  const change = median(b) - median(a);
  return { answer: p < 0.05 && change !== 0 ? flag(change) : 'no-flag', rounds: a.length };
});

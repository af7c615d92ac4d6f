import { aloneRule, type Rule } from './rule.js';

/** github-action-benchmark: one number of this run over one number of the last, alert above a ratio; 200 % unless set apart. Slower only. */
export function ratioRule(percent: number): Rule {
  return aloneRule({ name: `github-action-benchmark, ${percent} %`, how: `mean over mean above ${percent} %` }, ({ looks }) => {
    const total = (side: typeof looks.a): number => side.reduce((sum, { mean }) => sum + mean, 0);
    return { answer: total(looks.b) / total(looks.a) > percent / 100 ? 'regressed' : 'no-flag', rounds: looks.a.length };
  });
}

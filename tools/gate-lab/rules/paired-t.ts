import type { Series } from '../series/series.js';
import { momentsOf } from './moments.js';
import { aloneRule, flag } from './rule.js';
import { tCritical } from './t-critical.js';

const FIRST = 10;
const MORE = 5;

/** perfgate's paired mode, from its documentation: pairs in turn, 95 % t interval of their differences; while it spans zero more pairs are measured. No correction for looking again. */
export const pairedT = aloneRule({ name: 'paired t with retries (perfgate-like)', how: '95 % interval of the pairs; 5 more pairs while it spans zero' }, ({ looks }) => {
  for (let pairs = FIRST; pairs <= looks.a.length; pairs += MORE) {
    const change = significantChange(looks, pairs);
    if (change !== 0) return { answer: flag(change), rounds: pairs };
  }
  return { answer: 'no-flag', rounds: looks.a.length };
});

/** The mean difference where its interval leaves zero out, else 0. */
function significantChange({ a, b }: Series['looks'], pairs: number): number {
  const differences = a.slice(0, pairs).map((run, index) => (b[index]?.median ?? NaN) - run.median);
  const { n, mean, variance } = momentsOf(differences);
  const half = tCritical(n - 1) * Math.sqrt(variance / n);
  return Math.abs(mean) > half ? mean : 0;
}

import { compareReports } from '../../../packages/core/src/judge/compare/compare-reports.js';
import { sideOf } from '../../../packages/core/src/judge/testing/reports.js';
import type { ComparedReports } from '../../../packages/core/src/judge/compare/side.js';
import type { Series } from '../series/series.js';
import { defaultPolicy } from './ours.js';
import type { Answer, Rule } from './rule.js';

/** Against a stored baseline: the product's `compareReports`, one job a side, hosts of equal fingerprint; 10 % warns, 25 % fails, machine shift is looked for. */
export const oursStored: Rule = {
  name: 'Benchline, stored baseline',
  how: 'ranks with a floor of 5 % between jobs, warn 10 %, fail 25 %, machine shift',
  judge: (suite) => {
    const { rows } = compareReports({ project: 'lab', mode: 'stored', base: side(suite, 'a'), head: side(suite, 'b'), policy: defaultPolicy, sameJob: false });
    const answers = new Map(rows.map(({ benchmark, verdict }) => [benchmark, verdict as Answer]));
    return suite.map(({ benchmark, looks }) => ({ answer: answers.get(benchmark) ?? 'inconclusive', rounds: looks.a.length }));
  },
};

function side(suite: readonly Series[], arm: 'a' | 'b'): ComparedReports {
  return sideOf(Object.fromEntries(suite.map(({ benchmark, looks }) => [benchmark, looks[arm].map(({ low }) => low)])));
}

import { comparePaired } from '../../../packages/core/src/judge/paired/compare-paired.js';
import { sideOf } from '../../../packages/core/src/judge/testing/reports.js';
import { describeSide } from '../../../packages/core/src/judge/compare/side.js';
import type { ComparisonSide } from '../../../packages/core/src/model/generated/types.js';
import { createRandom } from '../../../packages/core/src/stats/random.js';
import { fullPlans } from '../data/populations.js';
import { defaultPolicy, pairedSeries } from '../rules/ours.js';
import { relabel, type Unchanged } from '../series/relabel.js';

/** Seconds that `comparePaired` takes for so many benchmarks with 20 + 20 recorded rounds each: the fastest of three. */
export function judgingTime(benchmarks: number): number {
  const random = createRandom(1);
  const plans = fullPlans();
  const series = Array.from({ length: benchmarks }, (_, index) => {
    const one = relabel(plans[index % plans.length] as Unchanged, random);
    const looks = { a: one.looks.a.slice(0, 20), b: one.looks.b.slice(0, 20) };
    return pairedSeries({ benchmark: `benchmark ${index}`, looks, confirmation: { a: [], b: [] } });
  });
  const side = describeSide(sideOf({})) as ComparisonSide;
  const run = { seed: '1', blockSize: 5, looks: [10, 20, 30], looksTaken: 2, endedBy: 'time-budget' as const, series };
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    comparePaired({ project: 'lab', base: side, head: side, policy: defaultPolicy, run });
    return performance.now() - start;
  });
  return Math.min(...times) / 1000;
}

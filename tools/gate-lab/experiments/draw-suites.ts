import { createRandom } from '../../../packages/core/src/stats/random.js';
import { shuffle } from '../collect/plan.js';
import { relabel, type Unchanged } from '../series/relabel.js';
import type { Series } from '../series/series.js';

export interface SuitePlan {
  readonly size: number;
  /** How often the whole population is relabelled and dealt out anew. */
  readonly passes: number;
  readonly seed: number;
}

/** Suites of unchanged benchmarks: in each pass every benchmark is relabelled once, then all are dealt into suites at random; an incomplete last suite is left out. */
export function* drawSuites(population: readonly Unchanged[], { size, passes, seed }: SuitePlan): Generator<Series[]> {
  const random = createRandom(seed);
  for (let pass = 0; pass < passes; pass += 1) {
    const dealt = shuffle(population, random);
    for (let start = 0; start + size <= dealt.length; start += size) {
      yield dealt.slice(start, start + size).map((one) => relabel(one, random));
    }
  }
}

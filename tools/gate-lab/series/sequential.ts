import { createRandom } from '../../../packages/core/src/stats/random.js';
import { shuffle } from '../collect/plan.js';
import { scaleRun } from '../data/run-summary.js';
import type { Unchanged } from './relabel.js';
import { mapHead, splitArms, VALUES_OF_A_PLAN, type Series } from './series.js';

/** Suites measured one side after the other: the first half of each record against the second, as a stored baseline is. Each benchmark comes once. */
export function sequentialSuites(population: readonly Unchanged[], size: number, seed: number): Series[][] {
  const dealt = shuffle(population, createRandom(seed));
  const suites: Series[][] = [];
  for (let start = 0; start + size <= dealt.length; start += size) suites.push(dealt.slice(start, start + size).map(sequential));
  return suites;
}

function sequential({ benchmark, cv, plainCv, runs }: Unchanged): Series {
  const half = VALUES_OF_A_PLAN / 2;
  return { benchmark, cv, plainCv, ...splitArms({ a: runs.slice(0, half), b: runs.slice(-half) }) };
}

/** A pool of runners: three heads in ten were measured on a host that is 25 % slower than the baseline's, unknown to all. */
export function onMixedHosts(suites: readonly Series[][], seed: number): Series[][] {
  const random = createRandom(seed);
  return suites.map((suite) => (random.uniform() < 0.3 ? suite.map((series) => mapHead(series, (run) => scaleRun(run, 1.25))) : suite));
}

import { createRandom } from '../../../packages/core/src/stats/random.js';
import { flatRun, type RunSummary } from '../data/run-summary.js';
import { splitArms, type Series } from '../series/series.js';

/** A series of 40 + 40 log-normal runs with a known change and noise, the same for the same seed. */
export function madeSeries({ factor, cv, seed = 1 }: { factor: number; cv: number; seed?: number }): Series {
  const random = createRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const run = (centre: number): RunSummary => flatRun(centre * Math.exp(cv * normal()));
  const a = Array.from({ length: 40 }, () => run(1000));
  const b = Array.from({ length: 40 }, () => run(1000 * factor));
  return { benchmark: `made ${seed}`, cv, plainCv: cv, ...splitArms({ a, b }) };
}

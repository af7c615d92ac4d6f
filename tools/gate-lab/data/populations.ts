import { momentsOf } from '../rules/moments.js';
import { robustVariation, type Unchanged } from '../series/relabel.js';
import { VALUES_OF_A_PLAN } from '../series/series.js';
import { readRecording } from './gzip-json.js';
import { flatRun } from './run-summary.js';

/** "Between-round CV at most 3 %". */
export const CALM = 0.03;

let everything: readonly Unchanged[] | undefined;

/** The 4,033 Go benchmarks of the dedicated hosts; one number a run. */
export function dedicatedHosts(): readonly Unchanged[] {
  everything ??= readRecording<[string, number[]][]>('dedicated-hosts-go').map(([benchmark, values]) => {
    const runs = values.map(flatRun);
    return { benchmark, cv: robustVariation(runs), plainCv: plainVariation(values), runs };
  });
  return everything;
}

/** Those whose record holds a full plan: three looks and the confirmation. */
export function fullPlans(): readonly Unchanged[] {
  return dedicatedHosts().filter(({ runs }) => runs.length >= VALUES_OF_A_PLAN);
}

/** Those of them with a robust between-round CV of at most 3 %. */
export function calmPlans(): readonly Unchanged[] {
  return fullPlans().filter(({ cv }) => cv <= CALM);
}

/** Standard deviation over mean of the whole record, outliers and drift included. */
function plainVariation(values: readonly number[]): number {
  const { mean, variance } = momentsOf(values);
  return Math.sqrt(variance) / mean;
}

import { binomialInterval, type ProportionInterval } from '../../../packages/core/src/stats/binomial-interval.js';
import { createRandom } from '../../../packages/core/src/stats/random.js';
import type { Answer, Decision } from '../rules/rule.js';

/** How often something came about, with an interval that knows what belongs together. */
export interface Rate extends ProportionInterval {
  readonly share: number;
  readonly events: number;
  readonly trials: number;
  /** Benchmarks (or other units drawn as a whole) among which the events happened, and all of them. */
  readonly clustersHit: number;
  readonly clusters: number;
}

/** Decisions on series, kept by the benchmark they belong to. */
export interface Tally {
  add(benchmark: string, decision: Decision): void;
  rate(...answers: readonly Answer[]): Rate;
  /** Mean rounds a side. */
  rounds(): number;
}

const RESAMPLES = 1000;

export function createTally(): Tally {
  const clusters = new Map<string, Map<Answer, number>>();
  let trials = 0;
  let rounds = 0;
  return {
    add: (benchmark, decision) => {
      const counts = clusters.get(benchmark) ?? new Map<Answer, number>();
      clusters.set(benchmark, counts);
      counts.set(decision.answer, (counts.get(decision.answer) ?? 0) + 1);
      trials += 1;
      rounds += decision.rounds;
    },
    rate: (...answers) => clusteredRate([...clusters.values()].map((counts) => countsOf(counts, answers))),
    rounds: () => rounds / trials,
  };
}

interface ClusterCount {
  readonly events: number;
  readonly trials: number;
}

function countsOf(counts: ReadonlyMap<Answer, number>, answers: readonly Answer[]): ClusterCount {
  const events = answers.reduce((sum, answer) => sum + (counts.get(answer) ?? 0), 0);
  return { events, trials: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/**
 * A share with a 95 % interval from resampling whole clusters. Where all clusters agree there is nothing to resample: then the exact interval with
 * clusters as trials stands in, which errs on the wide side.
 */
export function clusteredRate(counts: readonly ClusterCount[]): Rate {
  const events = sum(counts.map((count) => count.events));
  const trials = sum(counts.map((count) => count.trials));
  const clustersHit = counts.filter((count) => count.events > 0).length;
  const agreed = events === 0 || events === trials;
  const interval = trials === 0 ? { lower: 0, upper: 1 } : agreed ? binomialInterval(events === 0 ? 0 : counts.length, counts.length) : resampled(counts);
  return { share: trials === 0 ? NaN : events / trials, events, trials, clustersHit, clusters: counts.length, ...interval };
}

function resampled(counts: readonly ClusterCount[]): ProportionInterval {
  const random = createRandom(counts.length);
  const shares = Float64Array.from({ length: RESAMPLES }, () => {
    let events = 0;
    let trials = 0;
    for (let draw = 0; draw < counts.length; draw += 1) {
      const drawn = counts[random.below(counts.length)];
      events += drawn?.events ?? 0;
      trials += drawn?.trials ?? 0;
    }
    return events / trials;
  }).sort();
  return { lower: shares[Math.floor(0.025 * RESAMPLES)] ?? 0, upper: shares[Math.ceil(0.975 * RESAMPLES) - 1] ?? 1 };
}

/** Suites are trials of their own; they share benchmarks from pass to pass, so that the exact interval is somewhat too narrow. */
export function suiteRate(events: number, trials: number): Rate {
  return { share: events / trials, events, trials, clustersHit: events, clusters: trials, ...binomialInterval(events, trials) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

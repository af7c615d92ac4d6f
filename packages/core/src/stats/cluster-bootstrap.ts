import { createRandom, seedFromNumbers } from './random.js';
import type { Random } from './random.js';
import { quantileSorted, sortSample } from './sorted.js';

/** One inner array per process: values of one process are alike, so that processes are drawn, never single values. */
export interface ClusteredSides {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
}

export interface BootstrapQuestion {
  /** Which quantile of the pooled values, in [0, 1]. */
  readonly p: number;
  /** Two-sided confidence, such as 0.95. */
  readonly level: number;
  readonly resamples?: number;
}

export interface BootstrapInterval {
  /** ln of b's pooled quantile over a's. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** What the resampling started from: a hash of the values, so that the same data give the same interval. */
  readonly seed: number;
}

/** All values of a side from the end nearer to the wanted quantile, each with the number of its cluster. */
interface PooledSide {
  readonly values: Float64Array;
  readonly clusters: Uint32Array;
  readonly sizes: readonly number[];
  /** The wanted probability counted from that end. */
  readonly p: number;
  /** Hash of the values in the order given. */
  readonly seed: number;
}

/**
 * Percentile interval of the log ratio of two pooled quantiles, by resampling whole processes. For display: with fewer than about ten
 * processes a side it covers less often than it says. With a single process on a side it is infinite.
 * Source: Davison and Hinkley, Bootstrap Methods (1997), 3.8.
 * @throws RangeError when a side is empty or a pooled quantile is not above 0
 */
export function clusterBootstrap(sides: ClusteredSides, question: BootstrapQuestion): BootstrapInterval {
  const { p, level, resamples = 2000 } = question;
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`a confidence level lies between 0 and 1: ${level}`);
  }
  const [a, b] = [poolSide(sides.a, p), poolSide(sides.b, p)];
  const estimate = logQuantile(b, ones(b)) - logQuantile(a, ones(a));
  const seed = seedFromNumbers([a.seed, b.seed].sort((x, y) => x - y));
  if (a.sizes.length < 2 || b.sizes.length < 2) {
    return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, seed };
  }
  const random = createRandom(seed);
  const draws = sortSample(Array.from({ length: resamples }, () => drawDifference(a, b, random)));
  const tail = (1 - level) / 2;
  return { estimate, lower: quantileSorted(draws, tail), upper: quantileSorted(draws, 1 - tail), seed };
}

/** The side with the smaller hash draws first, so that swapping the sides mirrors the interval. */
function drawDifference(a: PooledSide, b: PooledSide, random: Random): number {
  const [first, second] = a.seed <= b.seed ? [a, b] : [b, a];
  const before = logQuantile(first, drawClusters(first, random));
  const after = logQuantile(second, drawClusters(second, random));
  return first === a ? after - before : before - after;
}

function poolSide(clusters: readonly (readonly number[])[], p: number): PooledSide {
  const filled = clusters.filter(({ length }) => length > 0);
  const tagged = filled.flatMap((cluster, index) => cluster.map((value) => ({ value, index })));
  const fromTop = p > 0.5;
  tagged.sort((x, y) => (fromTop ? y.value - x.value : x.value - y.value));
  return {
    values: Float64Array.from(tagged, ({ value }) => value),
    clusters: Uint32Array.from(tagged, ({ index }) => index),
    sizes: filled.map(({ length }) => length),
    p: fromTop ? 1 - p : p,
    seed: seedFromNumbers(filled.flat()),
  };
}

/** How often each cluster stands in a sample of as many clusters, drawn with replacement. */
function drawClusters({ sizes }: PooledSide, random: Random): Uint32Array {
  const times = new Uint32Array(sizes.length);
  for (let draw = 0; draw < times.length; draw += 1) {
    const cluster = random.below(times.length);
    times[cluster] = (times[cluster] ?? 0) + 1;
  }
  return times;
}

function logQuantile(side: PooledSide, times: Uint32Array): number {
  const value = quantileDrawn(side, times);
  if (!(value > 0)) {
    throw new RangeError('a ratio of quantiles needs values above 0 and at least one on each side');
  }
  return Math.log(value);
}

/** The quantile (type 7) of the pool in which cluster i stands `times[i]` times, without building it. */
function quantileDrawn({ values, clusters, sizes, p }: PooledSide, times: Uint32Array): number {
  const total = sizes.reduce((sum, size, cluster) => sum + size * (times[cluster] ?? 0), 0);
  const position = (total - 1) * p;
  const rank = Math.floor(position);
  let passed = 0;
  let near: number | undefined;
  for (let i = 0; i < values.length; i += 1) {
    const count = times[clusters[i] ?? 0] ?? 0;
    if (count === 0) continue;
    const value = values[i] ?? Number.NaN;
    passed += count;
    if (passed > rank) near ??= value;
    if (near !== undefined && (passed > rank + 1 || passed === total)) return near + (position - rank) * (value - near);
  }
  return Number.NaN;
}

function ones({ sizes }: PooledSide): Uint32Array {
  return new Uint32Array(sizes.length).fill(1);
}

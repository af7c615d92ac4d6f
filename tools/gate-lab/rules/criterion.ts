import { createRandom, seedFromNumbers, type Random } from '../../../packages/core/src/stats/random.js';
import { momentsOf, welch } from './moments.js';
import { aloneRule, type Answer } from './rule.js';

const RESAMPLES = 200;
const NOISE = 0.01;

/**
 * criterion.rs: p of Welch's t from resamples of both sides pooled, below 0.05; then 95 % percentile intervals of the relative change of mean and
 * median, both of which must leave the noise threshold of 1 % behind. 100,000 resamples there, 200 here.
 */
export const criterion = aloneRule({ name: 'criterion', how: 'bootstrap t, p < 0.05, and 95 % intervals of mean and median beyond 1 %' }, ({ looks }) => {
  const a = looks.a.map((run) => run.median);
  const b = looks.b.map((run) => run.median);
  const random = createRandom(seedFromNumbers([...a, ...b]));
  const answer: Answer = bootstrapP(a, b, random) < 0.05 ? beyondNoise(a, b, random) : 'no-flag';
  return { answer, rounds: a.length };
});

function bootstrapP(a: readonly number[], b: readonly number[], random: Random): number {
  const observed = Math.abs(welch(momentsOf(a), momentsOf(b)).t);
  const pool = [...a, ...b];
  const [before, after] = [new Float64Array(a.length), new Float64Array(b.length)];
  let beyond = 0;
  for (let turn = 0; turn < RESAMPLES; turn += 1) {
    const { t } = welch(momentsOf(draw(before, pool, random)), momentsOf(draw(after, pool, random)));
    if (Math.abs(t) >= observed) beyond += 1;
  }
  return beyond / RESAMPLES;
}

function beyondNoise(a: readonly number[], b: readonly number[], random: Random): Answer {
  const [before, after] = [new Float64Array(a.length), new Float64Array(b.length)];
  const means = new Float64Array(RESAMPLES);
  const medians = new Float64Array(RESAMPLES);
  for (let turn = 0; turn < RESAMPLES; turn += 1) {
    draw(before, a, random);
    draw(after, b, random);
    means[turn] = momentsOf(after).mean / momentsOf(before).mean - 1;
    medians[turn] = middleOf(after) / middleOf(before) - 1;
  }
  const intervals = [means, medians].map(percentileInterval);
  if (intervals.every(({ low }) => low > NOISE)) return 'regressed';
  return intervals.every(({ high }) => high < -NOISE) ? 'improved' : 'no-flag';
}

/** The median; sorts in place. */
function middleOf(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  return ((values[half] ?? NaN) + (values[values.length % 2 === 1 ? half : half - 1] ?? NaN)) / 2;
}

function percentileInterval(values: Float64Array): { low: number; high: number } {
  values.sort();
  return { low: values[Math.floor(0.025 * values.length)] ?? NaN, high: values[Math.ceil(0.975 * values.length) - 1] ?? NaN };
}

/** Fills a resample, drawn with replacement. */
function draw(into: Float64Array, from: readonly number[], random: Random): Float64Array {
  for (let i = 0; i < into.length; i += 1) into[i] = from[random.below(from.length)] ?? NaN;
  return into;
}

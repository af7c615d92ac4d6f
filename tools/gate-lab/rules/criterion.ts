import { median } from '../../../packages/core/src/stats/descriptive.js';
import { createRandom, seedFromNumbers, type Random } from '../../../packages/core/src/stats/random.js';
import { momentsOf, welch } from './moments.js';
import { aloneRule, type Answer } from './rule.js';

const RESAMPLES = 1000;
const NOISE = 0.01;

/**
 * criterion.rs: p of Welch's t from resamples of both sides pooled, below 0.05; then 95 % percentile intervals of the relative change of mean and
 * median, both of which must leave the noise threshold of 1 % behind. 100,000 resamples there, 1,000 here.
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
  let beyond = 0;
  for (let turn = 0; turn < RESAMPLES; turn += 1) {
    const t = welch(momentsOf(draw(pool, a.length, random)), momentsOf(draw(pool, b.length, random))).t;
    if (Math.abs(t) >= observed) beyond += 1;
  }
  return beyond / RESAMPLES;
}

function beyondNoise(a: readonly number[], b: readonly number[], random: Random): Answer {
  const means: number[] = [];
  const medians: number[] = [];
  for (let turn = 0; turn < RESAMPLES; turn += 1) {
    const before = draw(a, a.length, random);
    const after = draw(b, b.length, random);
    means.push(momentsOf(after).mean / momentsOf(before).mean - 1);
    medians.push(median(after) / median(before) - 1);
  }
  const intervals = [means, medians].map(percentileInterval);
  if (intervals.every(({ low }) => low > NOISE)) return 'regressed';
  return intervals.every(({ high }) => high < -NOISE) ? 'improved' : 'no-flag';
}

function percentileInterval(values: number[]): { low: number; high: number } {
  values.sort((x, y) => x - y);
  return { low: values[Math.floor(0.025 * values.length)] ?? NaN, high: values[Math.ceil(0.975 * values.length) - 1] ?? NaN };
}

function draw(values: readonly number[], count: number, random: Random): number[] {
  return Array.from({ length: count }, () => values[random.below(values.length)] ?? NaN);
}

import { createRandom } from '../random.js';
import type { Random } from '../random.js';

// Jest looks globals up slowly; millions of draws notice.
const { cos, exp, log, PI, round, sqrt, tan } = Math;

export type Draw = () => number;

/** Seeded sources of the shapes that measurements take, all with median 0 and a scale near 1. */
export function createDraws(seed: number): Readonly<Record<'normal' | 'lognormal' | 'cauchy' | 'ties', Draw>> {
  const random = createRandom(seed);
  const normal = (): number => drawNormal(random);
  return {
    normal,
    lognormal: () => exp(normal()) - 1,
    cauchy: () => tan(PI * (random.uniform() - 0.5)),
    // A coarse clock: most values meet another one.
    ties: () => round(normal()),
  };
}

export function sample(n: number, draw: Draw): number[] {
  return Array.from({ length: n }, draw);
}

/** Box and Muller's transform. */
function drawNormal(random: Random): number {
  return sqrt(-2 * log(1 - random.uniform())) * cos(2 * PI * random.uniform());
}

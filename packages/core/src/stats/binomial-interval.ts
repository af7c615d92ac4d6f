import { betaQuantile } from './incomplete-beta.js';

export interface ProportionInterval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Exact two-sided interval of a proportion (Clopper and Pearson 1934): it covers the truth at least as often as `level` says.
 * @throws RangeError when the counts are not whole, or successes exceed trials, or there are no trials
 */
export function binomialInterval(successes: number, trials: number, level = 0.95): ProportionInterval {
  const whole = Number.isInteger(successes) && Number.isInteger(trials);
  if (!(whole && successes >= 0 && trials >= 1 && successes <= trials)) {
    throw new RangeError(`a proportion needs whole counts with 0 <= successes <= trials: ${successes} of ${trials}`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`a confidence level lies between 0 and 1: ${level}`);
  }
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, { a: successes, b: trials - successes + 1 }),
    upper: successes === trials ? 1 : 1 - betaQuantile(tail, { a: trials - successes, b: successes + 1 }),
  };
}

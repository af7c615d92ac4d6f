import { EQUIVALENCE_ERROR } from '../decision-constants.js';

/** Rounds a side at which paired mode looks at the numbers: two, four and six blocks. */
export const LOOKS: readonly number[] = [10, 20, 30];

/** Rounds of each side in a block, measured in random order. */
export const BLOCK_SIZE = 5;

/** Fresh rounds a side that a failure is confirmed by, and the p they must reach. */
export const CONFIRMATION_ROUNDS = 10;
export const CONFIRMATION_P = 0.05;

/** Chance, two-sided, of taking noise for a change of one benchmark, over all looks. */
const ALPHA = 0.01;

/** How the error budget is split over the usual three looks. */
const SHARES: readonly number[] = [0.2, 0.3, 0.5];

/** One look: how many rounds a side it uses, and its part of the error budget. */
export interface Look {
  readonly rounds: number;
  /** Part of the budget, above 0; p-values of this look are divided by it. */
  readonly share: number;
  /** Confidence of the interval shown. */
  readonly level: number;
  /** Two-sided level of the interval that must lie inside +-detect. */
  readonly equivalenceLevel: number;
}

/** The looks with their parts of the budget: 20, 30 and 50 % for three, else in proportion to their rounds. */
export function planLooks(rounds: readonly number[]): Look[] {
  const sum = rounds.reduce((total, each) => total + each, 0);
  return rounds.map((each, index) => {
    const share = (rounds.length === SHARES.length ? SHARES[index] : undefined) ?? each / sum;
    return { rounds: each, share, level: 1 - ALPHA * share, equivalenceLevel: 1 - 2 * EQUIVALENCE_ERROR * share };
  });
}

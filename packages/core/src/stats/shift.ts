import { pairDifferences } from './pair-differences.js';
import type { PairDifferences } from './pair-differences.js';
import type { RankLaw } from './rank-law.js';
import { stratifiedLaw } from './stratified-law.js';

/** Values measured close together, in random order. One block holding everything is the plain two-sample comparison. */
export interface Block {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface ShiftInterval {
  readonly lower: number;
  readonly upper: number;
}

export interface ShiftEstimate extends ShiftInterval {
  readonly estimate: number;
  /** Pooled differences behind the estimate. */
  readonly n: number;
}

/** How far b lies above a, with everything that may be asked about it; the differences are pooled and sorted once. */
export interface Shift {
  readonly estimate: number;
  /** Pooled differences behind the estimate. */
  readonly n: number;
  /** Two-sided central interval; `level` such as 0.99. A bound is infinite when the data are too few for the level. */
  interval(level: number): ShiftInterval;
  /** One-sided p for "the shift is at most delta": small means that b lies more than delta above a. */
  pGreater(delta: number): number;
  /** One-sided p for "the shift is at least delta": small means that b lies less than delta above a. */
  pLess(delta: number): number;
}

/**
 * Hodges-Lehmann shift of b against a with exact inference. Differences b - a are pooled within blocks only, so that
 * drift between blocks cancels; the interval's bounds are order statistics of the pooled differences, at depths taken from the
 * exact null law of the blocked rank sum. Blocks with an empty side say nothing and are left out.
 * Logarithms in, log ratio out.
 *
 * Sources: Hodges and Lehmann (1963); Lehmann (1963) for the interval; van Elteren (1960) for blocks.
 * @throws RangeError when no block has values on both sides, or a value is not finite
 */
export function createShift(blocks: readonly Block[]): Shift {
  const paired = blocks.filter(({ a, b }) => a.length > 0 && b.length > 0);
  const differences = pairDifferences(paired);
  const law = stratifiedLaw(paired.map(({ a, b }) => ({ a: a.length, b: b.length })));
  return {
    estimate: middleOf(differences),
    n: differences.length,
    interval: (level) => intervalOf(differences, law, level),
    pGreater: (delta) => law.atMost(differences.length - Math.floor(pairsAbove(differences, delta))),
    pLess: (delta) => law.atMost(Math.ceil(pairsAbove(differences, delta))),
  };
}

/** `createShift` for callers who want one interval only. */
export function hodgesLehmann(blocks: readonly Block[], level: number): ShiftEstimate {
  const shift = createShift(blocks);
  return { estimate: shift.estimate, ...shift.interval(level), n: shift.n };
}

/** One-sided p against "the shift is at most delta", or with 'less' against "the shift is at least delta". */
export function oneSidedP(blocks: readonly Block[], delta: number, alternative: 'greater' | 'less' = 'greater'): number {
  const shift = createShift(blocks);
  return alternative === 'greater' ? shift.pGreater(delta) : shift.pLess(delta);
}

/** The middle difference, or the mean of the middle two. */
function middleOf(differences: PairDifferences): number {
  const half = differences.length >> 1;
  const high = differences.at(half) ?? Number.NaN;
  return differences.length % 2 === 1 ? high : ((differences.at(half - 1) ?? Number.NaN) + high) / 2;
}

function intervalOf(differences: PairDifferences, law: RankLaw, level: number): ShiftInterval {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`a confidence level lies between 0 and 1: ${level}`);
  }
  const depth = law.depth((1 - level) / 2);
  return {
    lower: differences.at(depth - 1) ?? Number.NEGATIVE_INFINITY,
    upper: differences.at(differences.length - depth) ?? Number.POSITIVE_INFINITY,
  };
}

/** Mann-Whitney's U at a hypothetical shift: differences above it, ties counted half. */
function pairsAbove(differences: PairDifferences, delta: number): number {
  const atMost = differences.countBelow(delta, true);
  const below = differences.countBelow(delta, false);
  return differences.length - atMost + (atMost - below) / 2;
}

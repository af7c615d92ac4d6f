/** The judge's version; a change that can change a verdict raises it. */
export const ALGORITHM = 'judge/1';

/** Confidence of the intervals that are shown and that a regression must prove itself by. */
export const LEVEL = 0.99;

/**
 * Chance, at most, of calling a real change of exactly the size looked for `unchanged`, over all looks. On simulated rounds with a noise of 3 % it happens in
 * 0.3 % of cases; a budget of 5 % would save a quarter of the rounds of unchanged benchmarks there, none below a noise of 1 %, and miss 1.1 %.
 */
export const EQUIVALENCE_ERROR = 0.01;

/** Shares of false ones among all flagged: for a failure, and for a warning or an improvement. */
export const FALSE_FAILURES = 0.01;
export const FALSE_WARNINGS = 0.05;

/** Noise floors, shares: measured side by side, the tail of a side-by-side measurement, and against another job of unknown noise. */
export const PAIRED_FLOOR = 0.01;
export const TAIL_FLOOR = 0.03;
export const STORED_FLOOR = 0.05;

/** Baseline jobs from which on their own spread says how much jobs differ. */
export const JOBS_FOR_SPREAD = 8;

/** Rounds a side from which on ranks can prove a change at `LEVEL`: 1 / C(10, 5) is below 0.005. */
export const ROUNDS_FOR_RANKS = 5;

/** Benchmarks from which on a shift of all of them can be told from changes of some. */
export const BENCHMARKS_FOR_SHIFT = 8;

/** Keeps a change that equals its threshold on paper, such as 1.1 against 1 + 0.1, from lying beyond it by rounding. */
export const ROUNDING = 1e-9;

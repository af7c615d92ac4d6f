/** The time. */
export interface Clock {
  /** Wall clock, ms since 1970. */
  now(): number;
  /** A clock that never goes back, ms. */
  monotonic(): number;
}

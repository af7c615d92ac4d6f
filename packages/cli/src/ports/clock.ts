/** The time. */
export interface Clock {
  /** Wall clock, ms since 1970. */
  now(): number;
  /** A clock that never goes back, ms. */
  monotonic(): number;
  /** Ends after this time, ms, or as soon as the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

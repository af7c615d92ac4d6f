/** Limits on the log scale, all above 0 unless the policy says 0. */
export interface LogLimits {
  readonly warn: number;
  readonly fail: number;
  /** Changes smaller than this count as none; at least `warn`. */
  readonly detect: number;
}

/** What the samples say about a change, on the log scale: above 0 is worse. */
export interface Evidence {
  readonly estimate: number;
  /** Slower than the noise floor: with the certainty a failure needs, and a warning. */
  readonly failProven: boolean;
  readonly slowProven: boolean;
  /** Faster than the noise floor. */
  readonly fastProven: boolean;
  /** Whether the change, wherever it lies in its interval, is smaller than `detect`. */
  readonly equivalent: boolean;
}

export type StatisticalVerdict = 'regressed' | 'warn' | 'improved' | 'unchanged' | 'inconclusive';

/**
 * Two proofs: `regressed` needs a change that is both real and large, `unchanged` needs evidence that no change of the size looked
 * for is there. What has neither is `inconclusive`. Swapping the sides mirrors the verdict.
 */
export function latticeVerdict({ estimate, failProven, slowProven, fastProven, equivalent }: Evidence, { warn, fail }: LogLimits): StatisticalVerdict {
  if (failProven && estimate > 0 && estimate >= fail) return 'regressed';
  if (slowProven && estimate > 0 && estimate >= warn) return 'warn';
  if (fastProven && estimate < 0 && estimate <= -warn) return 'improved';
  return equivalent && Math.abs(estimate) < warn ? 'unchanged' : 'inconclusive';
}

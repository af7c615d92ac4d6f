import type { CalibratedBenchmark, ComparisonPolicy } from '../../model/generated/types.js';
import { roundsNeeded } from '../../stats/detectable-effect.js';
import { createRowPolicy } from '../compare/row-policy.js';

/** A threshold of the policy that this machine cannot see. */
export interface BlindThreshold {
  readonly suite: string;
  readonly benchmark: string;
  readonly metric: string;
  /** The change that the policy wants found, a share. */
  readonly wanted: number;
  /** The smallest that can be found with the usual rounds, a share. */
  readonly detectable: number;
  readonly floor: number;
  /** Rounds a side that would do; null where the noise floor hides the change whatever their number. */
  readonly roundsNeeded: number | null;
  /** Spread between rounds at which the usual rounds would do, a share. */
  readonly cvNeeded: number;
}

/** Where the policy asks for more than the machine can show, so that nobody relies on it. */
export function blindThresholds(benchmarks: readonly CalibratedBenchmark[], policy: ComparisonPolicy): BlindThreshold[] {
  const rows = createRowPolicy(policy);
  const { detect, fail } = policy.paired;
  return benchmarks.flatMap((one) => {
    const { suite, benchmark, metric, floor, cv, detectable } = one;
    const thresholds = rows.thresholds({ warn: detect / 2, fail }, rows.override(one));
    const wanted = Math.max(detect, 2 * thresholds.warn);
    const sigma = Math.log1p(cv);
    const hidden = floor >= thresholds.warn;
    if (!hidden && detectable <= wanted) return [];
    return [
      {
        suite,
        benchmark,
        metric,
        wanted,
        detectable,
        floor,
        roundsNeeded: hidden ? null : roundsNeeded(sigma, Math.log1p(wanted)),
        // The smallest visible change is proportional to the spread, log.
        cvNeeded: Math.expm1((sigma * Math.log1p(wanted)) / Math.log1p(Math.max(detectable, wanted))),
      },
    ];
  });
}

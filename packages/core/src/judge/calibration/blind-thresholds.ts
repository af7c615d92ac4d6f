import type { CalibratedBenchmark, ComparisonPolicy } from '../../model/generated/types.js';
import { minimumDetectableEffect, roundsNeeded } from '../../stats/detectable-effect.js';
import { createRowPolicy, type RowPolicy } from '../compare/row-policy.js';
import { STORED_FLOOR } from '../decision-constants.js';
import { LOOKS } from '../paired/look-plan.js';

/** A threshold of the policy that this machine cannot see. */
export interface BlindThreshold {
  /** Measured side by side, or against a stored baseline. */
  readonly mode: 'paired' | 'stored';
  readonly suite: string;
  readonly benchmark: string;
  readonly metric: string;
  /** The change that the policy wants found, a share. */
  readonly wanted: number;
  /** The smallest that can be found with the usual rounds, a share. */
  readonly detectable: number;
  readonly floor: number;
  /** The usual rounds a side. */
  readonly rounds: number;
  /** Rounds a side that would do; null where the noise floor hides the change whatever their number. */
  readonly roundsNeeded: number | null;
  /** Spread between rounds at which the usual rounds would do, a share; null where the noise floor hides the change whatever the spread. */
  readonly cvNeeded: number | null;
}

/** Where the policy asks, side by side, for more than the machine can show, so that nobody relies on it. */
export function blindThresholds(benchmarks: readonly CalibratedBenchmark[], policy: ComparisonPolicy): BlindThreshold[] {
  const rows = createRowPolicy(policy);
  const { detect, fail } = policy.paired;
  return benchmarks.flatMap((one) => {
    const thresholds = rows.thresholds({ warn: detect / 2, fail }, rows.override(one));
    const wanted = Math.min(Math.max(detect, 2 * thresholds.warn), thresholds.fail);
    return weigh(one, { mode: 'paired', wanted, hidden: one.floor >= thresholds.warn, floor: one.floor, slack: 0, rounds: LOOKS.at(-1) ?? 1 });
  });
}

/**
 * The same against a stored baseline of one job. Its floor is at least the one that stands for the unknown noise between jobs, and what a job's rounds
 * must show lies on top of it. `roundsOf` says how many rounds a suite usually has.
 */
export function blindStoredThresholds(benchmarks: readonly CalibratedBenchmark[], policy: ComparisonPolicy, roundsOf: (suite: string) => number): BlindThreshold[] {
  const rows = createRowPolicy(policy);
  return benchmarks.flatMap((one) => {
    const wanted = storedWarn(one, rows, policy);
    const floor = Math.max(one.floor, STORED_FLOOR);
    return weigh(one, { mode: 'stored', wanted, hidden: floor >= wanted, floor, slack: Math.log1p(floor), rounds: roundsOf(one.suite) });
  });
}

function storedWarn(one: CalibratedBenchmark, rows: RowPolicy, { stored }: ComparisonPolicy): number {
  return rows.thresholds(stored, rows.override(one)).warn;
}

interface Question {
  mode: BlindThreshold['mode'];
  wanted: number;
  hidden: boolean;
  floor: number;
  /** Part of a change that rounds must show on top of, log. */
  slack: number;
  rounds: number;
}

function weigh({ suite, benchmark, metric, cv }: CalibratedBenchmark, { mode, wanted, hidden, floor, slack, rounds }: Question): BlindThreshold[] {
  const sigma = Math.log1p(cv);
  const detectable = minimumDetectableEffect(sigma, rounds) + slack;
  const room = Math.log1p(wanted) - slack;
  if (!hidden && detectable <= Math.log1p(wanted)) return [];
  return [
    {
      mode,
      suite,
      benchmark,
      metric,
      wanted,
      detectable: Math.expm1(detectable),
      floor,
      rounds,
      roundsNeeded: hidden ? null : roundsNeeded(sigma, room),
      // What rounds can show is proportional to the spread, log.
      cvNeeded: hidden ? null : Math.expm1((sigma * room) / (detectable - slack)),
    },
  ];
}

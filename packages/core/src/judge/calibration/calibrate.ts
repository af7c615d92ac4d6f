import type { CalibratedBenchmark, ComparisonPolicy, PairedSeries } from '../../model/generated/types.js';
import { median } from '../../stats/descriptive.js';
import { minimumDetectableEffect } from '../../stats/detectable-effect.js';
import { robustScaleWithin } from '../../stats/robust-scale.js';
import { createShift } from '../../stats/shift.js';
import { createRowPolicy, type RowPolicy } from '../compare/row-policy.js';
import { noiseFloor, shiftError } from '../noise-floor.js';
import { logBlocks } from '../paired/log-blocks.js';
import { LOOKS } from '../paired/look-plan.js';

export interface CalibrationQuestion {
  /**
   * Comparisons of a build with itself: one list of series for each repetition, the same code on both sides. All repetitions belong
   * here, whatever they showed; leaving some out would make the floor too low.
   */
  readonly repetitions: readonly (readonly PairedSeries[])[];
  readonly policy: ComparisonPolicy;
  /** An earlier calibration of the same machine that this one adds to. */
  readonly earlier?: readonly CalibratedBenchmark[];
}

/** One comparison of a benchmark with itself, log. */
interface NullComparison {
  readonly estimate: number;
  readonly error: number;
  /** Robust standard deviation of a round. */
  readonly sigma: number;
}

/** What the machine's noise is for each benchmark and metric: floor, spread, smallest visible change, and thresholds that can be held. In the order first seen. */
export function calibrate({ repetitions, policy, earlier = [] }: CalibrationQuestion): CalibratedBenchmark[] {
  const rows = createRowPolicy(policy);
  const found = new Map<string, { series: PairedSeries; comparisons: NullComparison[] }>();
  for (const series of repetitions.flat()) {
    const comparison = compareWithItself(series);
    if (comparison === null) continue;
    const one = found.get(keyOf(series)) ?? { series, comparisons: [] };
    found.set(keyOf(series), one);
    one.comparisons.push(comparison);
  }
  const before = new Map(earlier.map((one) => [keyOf(one), one]));
  const fresh = [...found].map(([key, { series, comparisons }]) => calibrateOne(series, { comparisons, earlier: before.get(key) }, { policy, rows }));
  return [...earlier.filter((one) => !found.has(keyOf(one))), ...fresh];
}

function keyOf({ suite, benchmark, metric }: Pick<PairedSeries, 'suite' | 'benchmark' | 'metric'>): string {
  return JSON.stringify([suite, benchmark, metric]);
}

/** null: it cannot be compared, or needs no floor, since it is exact. */
function compareWithItself({ rounds, direction, kind }: PairedSeries): NullComparison | null {
  if (kind === 'exact') return null;
  const data = logBlocks({ rounds, direction, read: ({ location }) => location, limit: Number.POSITIVE_INFINITY });
  if (data === null) return null;
  const sigma = robustScaleWithin(data.blocks.flatMap(({ a, b }) => [a, b]));
  return { estimate: createShift(data.blocks).estimate, error: shiftError(sigma, data.rounds), sigma };
}

interface Evidence {
  readonly comparisons: readonly NullComparison[];
  readonly earlier: CalibratedBenchmark | undefined;
}

function calibrateOne(series: PairedSeries, { comparisons, earlier }: Evidence, { policy, rows }: { policy: ComparisonPolicy; rows: RowPolicy }): CalibratedBenchmark {
  const { suite, benchmark, metric } = series;
  const nullEstimates = [...(earlier?.nullEstimates ?? []), ...comparisons.map(({ estimate }) => estimate)];
  const nullErrors = [...(earlier?.nullErrors ?? []), ...comparisons.map(({ error }) => error)];
  const sigma = median(comparisons.map((comparison) => comparison.sigma));
  const floor = noiseFloor(nullEstimates, nullErrors);
  const detectable = Math.expm1(minimumDetectableEffect(sigma, LOOKS.at(-1) ?? 1));
  const { paired } = policy;
  const wanted = rows.thresholds({ warn: paired.detect / 2, fail: paired.fail }, rows.override(series));
  return { suite, benchmark, metric, nullEstimates, nullErrors, floor, cv: Math.expm1(sigma), detectable, suggested: suggest(wanted, floor, detectable) };
}

/** Limits that the machine's noise does not pass: the policy's own where it can be held. A failure stays at least as far from a warning as it was. */
function suggest(wanted: { warn: number; fail: number }, floor: number, detectable: number): CalibratedBenchmark['suggested'] {
  const warn = Math.max(wanted.warn, 2 * floor, detectable);
  return { warn, fail: Math.max(wanted.fail, warn + (wanted.fail - wanted.warn)) };
}

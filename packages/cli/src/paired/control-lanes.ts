import { LOOKS } from '@benchline/core/judge';
import type { Random } from '@benchline/core/stats';
import { drawSample } from './block-order.js';
import type { Lane } from './lane.js';
import { roundCost } from './suite-cost.js';
import type { ControlMode } from './time-plan.js';

/** More benchmarks than these are not sampled: from twenty on the control arm can speak of the whole run. */
const mostSampled = 20;

export interface ControlQuestion {
  lanes: readonly Lane[];
  /** Ids of each lane's benchmarks. */
  ids: readonly (readonly string[])[];
  mode: ControlMode;
  /** What the sample may cost, ms. */
  allowanceMs: number;
  random: Random;
}

/** The control arm's part of the first look, exact counts left out: all benchmarks, or of each suite a random sample that fits into its part of the allowance. */
export function planControl({ lanes, ids, mode, allowanceMs, random }: ControlQuestion): Lane[] {
  if (mode === 'off') return [];
  const arms = lanes.map((lane, index): Arm => ({ arm: { ...lane, other: 'control', phase: 'control' }, known: ids[index] ?? [] })).filter(({ arm }) => !arm.cost.exactOnly);
  if (mode === 'full') return arms.map(({ arm }) => arm);
  const shared = sampleLanes(arms, { perLaneMs: allowanceMs / Math.max(1, arms.length), random });
  return shared.length > 0 ? shared : sampleLanes(arms, { perLaneMs: allowanceMs, random }).slice(0, 1);
}

interface Arm {
  arm: Lane;
  /** Ids of its benchmarks. */
  known: readonly string[];
}

function sampleLanes(arms: readonly Arm[], { perLaneMs, random }: { perLaneMs: number; random: Random }): Lane[] {
  const roundMs = perLaneMs / (2 * (LOOKS[0] ?? 1));
  return arms.flatMap(({ arm, known }) => {
    if (arm.suite.knobs.filter === null) return known.length > 0 && roundCost(arm.cost, arm.time) <= roundMs ? [arm] : [];
    const fits = Array.from({ length: Math.min(known.length, mostSampled) }, (_, each) => each + 1).filter((count) => roundCost(arm.cost, arm.time, count) <= roundMs);
    return fits.length === 0 ? [] : [{ ...arm, ids: drawSample(known, fits.length, random) }];
  });
}

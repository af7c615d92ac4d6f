import { BLOCK_SIZE, CONFIRMATION_ROUNDS, LOOKS } from '@benchline/core/judge';
import { roundCostAt, type SuiteCost } from './suite-cost.js';
import { toolTimeAt, type ToolTime } from './tool-time.js';

export type ControlMode = 'full' | 'sample' | 'off';

/** Part of the budget that a sampled control arm may take. */
export const controlShare = 0.1;

/** Failures expected to want confirming, where a tool can run them alone; time is kept for them. */
const expectedSuspects = 4;

export interface TimeQuestion {
  costs: readonly SuiteCost[];
  /** What is left of the budget after the warm-up, ms. */
  leftMs: number;
  budgetMs: number;
  control: ControlMode;
}

/** How a budget is spent. */
export interface TimePlan {
  /** For each suite. */
  times: ToolTime[];
  /** Time of the first look and of all of them for head and base, without what follows, ms. */
  firstLookMs: number;
  allLooksMs: number;
  /** Kept for confirming failures, ms. */
  reserveMs: number;
  /** For the control arm, at most, ms. */
  controlMs: number;
}

/**
 * Chooses the tools' own times: the wanted ones if all looks fit into the budget, else shorter ones, never below the shortest. The first
 * look must fit; where it does not at the shortest times, the answer is the budget it needs.
 */
export function planTimes({ costs, leftMs, budgetMs, control }: TimeQuestion): TimePlan | { neededMs: number } {
  const sampled = control === 'sample' && costs.some(({ exactOnly }) => !exactOnly);
  const controlMs = sampled ? budgetMs * controlShare : 0;
  const first = LOOKS[0] ?? 2 * BLOCK_SIZE;
  const total = (rounds: number, share: number): number => lookCost(costs, { rounds, share, control }) + reserve(costs, share);
  const usable = leftMs - controlMs;
  const shortest = total(first, 0);
  if (shortest > usable) return { neededMs: (shortest + (budgetMs - leftMs)) / (sampled ? 1 - controlShare : 1) };
  const all = LOOKS.at(-1) ?? first;
  const [low, high] = [total(all, 0), total(all, 1)];
  const share = high <= usable ? 1 : Math.max(0, Math.min(1, (usable - low) / (high - low)));
  return {
    times: costs.map(({ suite }) => toolTimeAt(suite, share)),
    firstLookMs: lookCost(costs, { rounds: first, share, control }),
    allLooksMs: lookCost(costs, { rounds: all, share, control }),
    reserveMs: reserve(costs, share),
    controlMs,
  };
}

/** A full control arm measures everything a second time: base again, and the base built again. Exact counts take one block, without a control arm. */
function lookCost(costs: readonly SuiteCost[], { rounds, share, control }: { rounds: number; share: number; control: ControlMode }): number {
  const roundsOf = ({ exactOnly }: SuiteCost): number => (exactOnly ? BLOCK_SIZE : rounds * (control === 'full' ? 2 : 1));
  return costs.reduce((sum, cost) => sum + 2 * roundsOf(cost) * roundCostAt(cost, share), 0);
}

function reserve(costs: readonly SuiteCost[], share: number): number {
  return 2 * CONFIRMATION_ROUNDS * costs.filter(({ exactOnly }) => !exactOnly).reduce((sum, cost) => sum + roundCostAt(cost, share, expectedSuspects), 0);
}

import { roundsNeeded } from '../../stats/detectable-effect.js';
import type { LookEvidence } from './look-evidence.js';
import { BLOCK_SIZE } from './look-plan.js';

/** Rounds a side, in all, that would settle an open row. What these rounds left open needs at least one block more, however calm they were. */
export function roundsToSettle({ sigma, rounds }: Pick<LookEvidence, 'sigma' | 'rounds'>, detect: number): number {
  return Math.max(roundsNeeded(sigma, detect), rounds + BLOCK_SIZE);
}

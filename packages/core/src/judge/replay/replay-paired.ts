import type { Comparison } from '../../model/generated/types.js';
import { listDifferences } from './differences.js';
import { judgePairedAgain } from './judge-paired-again.js';

/** Judges the rounds that a paired comparison holds again and tells where the result differs from what is stored; empty when it follows. */
export function replayPaired(comparison: Comparison): string[] {
  if (comparison.paired === null || comparison.base === null) return ['/paired: the comparison holds no rounds'];
  return listDifferences(comparison, judgePairedAgain(comparison, comparison.policy));
}

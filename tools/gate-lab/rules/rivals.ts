import { benchstat } from './benchstat.js';
import { criterion } from './criterion.js';
import { pairedT } from './paired-t.js';
import { ratioRule } from './ratio.js';
import type { Rule } from './rule.js';
import { tachometerRule } from './tachometer.js';
import { welchT } from './welch-t.js';

/** A re-implemented rule, and by how much fewer suites it is judged on because it is slow. */
export interface Rival {
  readonly rule: Rule;
  readonly slow: boolean;
}

export const rivals: readonly Rival[] = [
  { rule: benchstat, slow: false },
  { rule: criterion, slow: true },
  { rule: ratioRule(200), slow: false },
  { rule: ratioRule(110), slow: false },
  { rule: ratioRule(105), slow: false },
  { rule: welchT, slow: false },
  { rule: pairedT, slow: false },
  { rule: tachometerRule(0), slow: false },
  { rule: tachometerRule(0.1), slow: false },
];

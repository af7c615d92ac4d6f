import type { Comparison, ComparisonSide } from '../../model/generated/types.js';
import { compareReports } from '../compare/compare-reports.js';
import { expiredOverrides } from '../compare/expired-overrides.js';
import type { ComparedReports } from '../compare/side.js';
import { listDifferences } from './differences.js';

/** The reports that a stored comparison was made from. */
export interface ReplayedSides {
  readonly base: ComparedReports | null;
  readonly head: ComparedReports;
  /** Whether one job measured both sides: by the reports, whatever the stored rows say. */
  readonly sameJob: boolean;
}

/**
 * Judges the reports again with the comparison's own policy and tells where the result differs from what is stored: JSON pointers with
 * both values. Empty: the stored verdicts follow from the reports.
 */
export function replayComparison(comparison: Comparison, { base, head, sameJob }: ReplayedSides): string[] {
  if (comparison.mode === 'paired') return ['/mode: a paired comparison is judged again from its own rounds'];
  if (head.reports.length === 0) return ['/head: the report is not there'];
  const { project, mode, policy } = comparison;
  const own = expiredOverrides(policy).length;
  const findings = comparison.findings.slice(0, Math.max(0, comparison.findings.length - own));
  const again = compareReports({ project, mode, base, head, policy, sameJob, findings });
  return listDifferences(comparison, { ...again, base: known(again.base, comparison.base), head: known(again.head, comparison.head) });
}

/** What an older comparison does not hold is not missed: it follows from the reports alone. */
function known<S extends ComparisonSide | null>(side: S, stored: ComparisonSide | null): S {
  if (side === null || stored === null || stored.measurements !== undefined) return side;
  const { measurements: _newer, ...rest } = side;
  return rest as S;
}

import type { Comparison, ComparisonPolicy, Finding } from '../../model/generated/types.js';
import { ALGORITHM } from '../decision-constants.js';
import { expiredOverrides } from './expired-overrides.js';
import { judgePairings } from './judge-pairings.js';
import { machineShift, withoutMachineShift } from './machine-shift.js';
import { pairUp } from './pair-up.js';
import { describeSide, type ComparedReports } from './side.js';
import { sortRows, summarizeRows } from './summarize-rows.js';

export interface ReportComparison {
  readonly project: string;
  /** stored: against a baseline; files: two files named by the user. */
  readonly mode: 'stored' | 'files';
  /** null: there is no baseline yet. */
  readonly base: ComparedReports | null;
  readonly head: ComparedReports;
  readonly policy: ComparisonPolicy;
  /** Whether both sides were measured in one job on one machine, though not interleaved. */
  readonly sameJob: boolean;
  /** Told by the caller; they come first. */
  readonly findings?: readonly Finding[];
}

/**
 * Judges every benchmark and metric that either side has. In this order: failed, missing or new, not comparable, the rules. Pure: the
 * same reports give the same comparison, byte for byte.
 * @throws RangeError when head has no report
 */
export function compareReports({ project, mode, base, head, policy, sameJob, findings = [] }: ReportComparison): Comparison {
  const headSide = describeSide(head);
  if (headSide === null) throw new RangeError('a comparison needs at least one report of head');
  const { rows, pairings } = pairUp({ base: base?.reports ?? [], head: head.reports, policy, sameJob });
  const judged = judgePairings(pairings);
  const shift = mode === 'stored' && !sameJob ? machineShift(judged) : null;
  const all = sortRows([...rows, ...(shift === null ? judged : withoutMachineShift(judged, shift))]);
  return {
    schemaVersion: 1,
    algorithm: ALGORITHM,
    project,
    mode,
    base: base === null ? null : describeSide(base),
    head: headSide,
    policy,
    rows: all,
    summary: summarizeRows(all, policy),
    paired: null,
    findings: [...findings, ...expiredOverrides(policy)],
  };
}


import type { Comparison, ComparisonPolicy, ComparisonRow, Verdict } from '../../model/generated/types.js';
import { formatShare } from '../../model/share.js';
import { worstVerdict } from '../../model/worst.js';
import { sortRows, summarizeRows } from '../compare/summarize-rows.js';
import { judgePairedAgain } from '../replay/judge-paired-again.js';
import { addNote } from './add-note.js';
import { judgeRowsAgain } from './judge-rows-again.js';
import { loosenedPolicy, strictestRaise } from './loosened-policy.js';

/** A comparison held against a policy that it was not made with. */
export interface EnforcedPolicy {
  /** The very comparison that was given where both policies say the same. */
  readonly comparison: Comparison;
  /** The stored verdict of each row that has another one now. */
  readonly alone: ReadonlyMap<ComparisonRow, Verdict>;
  /** In what the comparison's policy is looser; its rows were judged again. */
  readonly loosened: readonly string[];
  /** What cannot be judged again from what is stored. */
  readonly unjudgeable: readonly string[];
}

/**
 * Judges a comparison's rows again under a reviewed policy; of both verdicts the worse one counts, since a change may tighten its gate and never loosen it. Rows of stored
 * rounds are judged from slowdown, interval, p and floor; paired ones from their rounds. A statistic, a noise floor or a comparability rule that changed
 * is not in the rows: that is told. `name` is what the policy is called in the rows' reasons.
 */
export function enforcePolicy(comparison: Comparison, reviewed: ComparisonPolicy, name: string): EnforcedPolicy {
  const { policy } = comparison;
  const unjudgeable = [...changedStatistic(comparison, reviewed), ...refusedRows(comparison, reviewed), ...raisedFloors(comparison, reviewed)];
  if (textOf(policy) === textOf(reviewed)) return { comparison, alone: new Map(), loosened: [], unjudgeable };
  const alone = new Map<ComparisonRow, Verdict>();
  const again = comparison.paired === null ? judgeRowsAgain(comparison, reviewed) : pairedRows(comparison, reviewed);
  const rows = again.rows.map(([stored, judged]) => {
    if (stored === null) return judged;
    const row = stricter(stored, judged, name);
    if (row.verdict !== stored.verdict) alone.set(row, stored.verdict);
    return row;
  });
  const merged = { ...policy, raise: strictestRaise(policy.raise, reviewed.raise) };
  return { comparison: { ...comparison, policy: merged, rows: sortRows(rows), summary: summarizeRows(rows, merged) }, alone, loosened: loosenedPolicy(policy, reviewed), unjudgeable };
}

/** Rows by pairs: as stored (null: only the reviewed policy asks for it), and judged again. */
export interface RowsAgain {
  readonly rows: readonly (readonly [stored: ComparisonRow | null, judged: ComparisonRow])[];
}

function pairedRows(comparison: Comparison, reviewed: ComparisonPolicy): RowsAgain {
  const judged = new Map(judgePairedAgain(comparison, { ...reviewed, floors: comparison.policy.floors }).rows.map((row) => [keyOf(row), row]));
  const rows = comparison.rows.map((row) => [row, judged.get(keyOf(row)) ?? row] as const);
  const known = new Set(comparison.rows.map(keyOf));
  return { rows: [...rows, ...[...judged].flatMap(([key, row]) => (known.has(key) ? [] : [[null, row] as const]))] };
}

function keyOf({ suite, benchmark, metric, statistic }: ComparisonRow): string {
  return JSON.stringify([suite, benchmark, metric, statistic]);
}

function stricter(stored: ComparisonRow, judged: ComparisonRow, name: string): ComparisonRow {
  const verdict = worstVerdict([stored.verdict, judged.verdict]);
  const thresholds = stored.thresholds === null || judged.thresholds === null ? stored.thresholds : { warn: Math.min(stored.thresholds.warn, judged.thresholds.warn), fail: Math.min(stored.thresholds.fail, judged.thresholds.fail) };
  if (verdict === stored.verdict) return { ...stored, thresholds };
  const limits = judged.thresholds === null ? '' : ` (warn ${formatShare(judged.thresholds.warn)}, fail ${formatShare(judged.thresholds.fail)})`;
  return { ...stored, verdict, thresholds, confirmation: judged.confirmation, reason: addNote(stored.reason, `By the policy at ${name}${limits} it is ${verdict}; its own policy says ${stored.verdict}.`) };
}

function changedStatistic({ policy, mode }: Comparison, { statistic }: ComparisonPolicy): string[] {
  return mode === 'paired' || policy.statistic === statistic ? [] : [`it judged the ${policy.statistic}, and the policy names the ${statistic}`];
}

/** Rows that were not compared, in fields that the reviewed policy lets differ. */
function refusedRows({ rows, policy }: Comparison, { relax }: ComparisonPolicy): string[] {
  const missing = relax.filter((field) => !policy.relax.includes(field));
  const allowed = new Set<string>(relax);
  const refused = rows.filter(({ verdict, differences }) => verdict === 'not-comparable' && differences.length > 0 && differences.every(({ field }) => allowed.has(field)));
  return missing.length === 0 || refused.length === 0 ? [] : [`${refused.length} of its benchmarks were not compared, since "relax" has no ${missing.join(', ')} any more`];
}

/** Calibrated floors above the reviewed ones. `reviewed.floors` holds those that are committed; without any, none can be compared. */
function raisedFloors({ policy }: Comparison, { floors }: ComparisonPolicy): string[] {
  const known = new Map(floors.map(({ suite, benchmark, metric, floor }) => [JSON.stringify([suite, benchmark, metric]), floor]));
  const raised = policy.floors.filter(({ suite, benchmark, metric, floor }) => floor > (known.get(JSON.stringify([suite, benchmark, metric])) ?? Infinity));
  return raised.length === 0 ? [] : [`the committed profile gives ${raised.length === 1 ? 'a benchmark' : `${raised.length} benchmarks`} a higher noise floor`];
}

/** Without what a day changes, and without floors. */
function textOf({ floors: _floors, overrides, ...policy }: ComparisonPolicy): string {
  const raise = Object.entries(policy.raise).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([policy.stored, policy.tail, policy.paired, policy.statistic, policy.sameJobOnly, [...policy.relax].sort(), raise, overrides.map(({ suite, benchmark, metric, warn, fail, expired }) => [suite, benchmark, metric, warn, fail, expired])]);
}

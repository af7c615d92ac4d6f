import type { PerformanceReport, SloPolicy, SloResult } from '../../model/generated/types.js';
import { judgeObjectives } from '../objectives/judge-objectives.js';
import { describeObjective } from '../objectives/objective-wording.js';

/** A project's objectives held against those that were reviewed. */
export interface EnforcedObjectives {
  readonly slo: SloResult | null;
  /** Reviewed objectives that the result does not have, or has looser; they were judged beside its own. */
  readonly loosened: readonly string[];
  /** The same, where there is no report to judge. */
  readonly unjudgeable: readonly string[];
}

export interface ObjectivesInHand {
  readonly slo: SloResult | null;
  /** The report that the result judges; of a project without a result, the one it handed in. */
  readonly report: { report: PerformanceReport; digest: string } | null;
}

/** Judges every reviewed objective that the result leaves out or loosens, beside the result's own. */
export function enforceObjectives({ slo, report }: ObjectivesInHand, reviewed: readonly SloPolicy[]): EnforcedObjectives {
  const own = slo?.policy ?? [];
  const missing = reviewed.filter((objective) => !own.some((other) => coversAsStrictly(other, objective)));
  if (missing.length === 0) return { slo, loosened: [], unjudgeable: [] };
  const words = missing.map((objective) => `the objective ${describeObjective(objective)} is gone or looser`);
  if (report === null || (slo !== null && report.digest !== slo.report.digest)) return { slo, loosened: [], unjudgeable: words };
  return { slo: judgeObjectives({ ...report, objectives: [...own, ...missing] }), loosened: words, unjudgeable: [] };
}

function coversAsStrictly(own: SloPolicy, reviewed: SloPolicy): boolean {
  const isSame = subjectOf(own) === subjectOf(reviewed);
  const reaches = own.kind === 'floor' ? own.limit >= reviewed.limit : own.limit <= reviewed.limit;
  const isCertain = own.confident || !reviewed.confident;
  return isSame && reaches && isCertain && own.tolerance <= reviewed.tolerance && (own.budget ?? 0) <= (reviewed.budget ?? 0) && (own.safetyMargin ?? 1) >= (reviewed.safetyMargin ?? 1);
}

function subjectOf({ suite, benchmark, metric, statistic, kind, unit, hostClasses }: SloPolicy): string {
  return JSON.stringify([suite, benchmark, metric, statistic, kind, unit, hostClasses ?? null]);
}

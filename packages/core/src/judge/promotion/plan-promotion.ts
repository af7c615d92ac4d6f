import type { BaselineConfig } from '../../model/config.js';
import { createFinding } from '../../model/finding.js';
import type { Baseline, Commit, Comparison, CriterionOutcome, Finding, MeasurementOrigin, PerformanceReport, SloResult } from '../../model/generated/types.js';
import { fingerprintOf } from '../compare/side.js';
import { judgeCriteria } from './judge-criteria.js';

export interface PromotedReport {
  readonly report: PerformanceReport;
  /** Of its file. */
  readonly digest: string;
  /** What it is to this promotion; absent: nobody looked. */
  readonly origin?: MeasurementOrigin;
  /** A task runner restored it for the commit checked out: it found every input as it was when it was measured. */
  readonly sameInputs?: boolean;
}

/** A measurement that was a baseline before and was replaced. */
export interface FormerBaseline {
  readonly runId: string;
  readonly baseline: string;
}

export interface PromotionQuestion {
  readonly reports: readonly PromotedReport[];
  /** The commit checked out now. */
  readonly commit: Commit;
  readonly defaultBranch: string | null;
  /** null: unknown. */
  readonly onDefaultBranch: boolean | null;
  /** null: no objectives are configured. */
  readonly slo: SloResult | null;
  /** With the baseline in force; null: there is none. */
  readonly comparison: Comparison | null;
  /** null: nobody attested it. */
  readonly testsPassed: boolean | null;
  readonly config: BaselineConfig;
  readonly ci: boolean;
  readonly reason: string;
  readonly by: string;
  /** An instant, ISO 8601, UTC. */
  readonly at: string;
  /** The baseline in force for this host class. */
  readonly previous: Baseline | null;
  /** Set where every report was promoted before and replaced since: a measurement counts once. */
  readonly former?: FormerBaseline | null;
}

/** A baseline to be written, or why there is none. */
export type PromotionPlan =
  | { readonly baseline: Baseline }
  | { readonly criteria: CriterionOutcome[]; readonly findings: Finding[] };

/** Whether the reports may become the baseline, and the baseline itself. Nothing is written: `--dry-run` prints what this returns. */
export function planPromotion(question: PromotionQuestion): PromotionPlan {
  const criteria = judgeCriteria(question);
  const problems = criteria.filter(({ outcome }) => outcome === 'failed').map(({ name, detail }) => `${name}: ${detail.replace(/\.$/, '')}`);
  if (question.reason.trim() === '') problems.push('a reason is needed (--reason)');
  if (question.former) problems.push(formerText(question.former));
  const [first] = question.reports;
  if (problems.length > 0 || first === undefined) {
    return { criteria, findings: problems.map((problem) => createFinding('BNL006', { problem })) };
  }
  return { baseline: baselineOf(question, first, criteria) };
}

function formerText({ runId, baseline }: FormerBaseline): string {
  return `run ${runId} was promoted before, as baseline ${baseline}, and a measurement counts once: measure again, or run benchline baseline restore ${baseline}`;
}

function baselineOf(question: PromotionQuestion, first: PromotedReport, criteria: CriterionOutcome[]): Baseline {
  const { reports, commit, by, at, reason, previous } = question;
  const fingerprint = fingerprintOf(first.report);
  return {
    schemaVersion: 1,
    id: baselineId(at, commit, first.digest),
    project: first.report.project,
    hostClass: first.report.provenance.host.class ?? fingerprint,
    fingerprint,
    promotion: { by, at, reason: reason.trim(), commit, criteria },
    reports: reports.map(({ report, digest, origin }) => ({ path: `reports/${shortDigest(digest, 16)}.json`, digest, runId: report.runId, createdAt: report.createdAt, ...(origin === undefined ? {} : { origin }) })),
    previous: previous?.id ?? null,
    held: false,
  };
}

/** Sorts by time, and names the commit and what was measured. */
function baselineId(at: string, { sha }: Commit, digest: string): string {
  const moment = at.replace(/\.\d+/, '').replace(/[-:]/g, '');
  return `${moment}-${sha?.slice(0, 12) ?? 'nocommit'}-${shortDigest(digest, 8)}`;
}

function shortDigest(digest: string, length: number): string {
  return digest.replace(/^sha256:/, '').slice(0, length);
}

import type { Baseline, Comparison, PerformanceReport, SloResult } from '@benchline/core/model';
import { createRoundLookUp } from '@benchline/core/judge';
import { renderAuditPage } from '@benchline/core/render/page';
import { packageLayout, type FileRole, type ManifestFile } from './package-layout.js';

/** What the views are made of: nothing but what the package holds, so that they can be made again and compared. */
export interface ViewedResults {
  createdAt: string;
  benchline: string;
  report: PerformanceReport;
  comparison: Comparison;
  slo: SloResult | null;
  baseline: Baseline | null;
  baselineReports: readonly PerformanceReport[];
  /** The package's files in the manifest's order; those of the views themselves are left out. */
  files: readonly ManifestFile[];
}

export interface DerivedView {
  path: string;
  role: FileRole;
  text: string;
}

/** The page for people and the summary for programs. */
export function renderDerivedViews(results: ViewedResults): DerivedView[] {
  const { report, files, baselineReports, ...shown } = results;
  const listed = files.filter(({ role }) => role !== 'page' && role !== 'summary');
  const roundsOf = createRoundLookUp(results.comparison, { base: baselineReports, head: [report] });
  const page = renderAuditPage({ ...shown, roundsOf, project: report.project, commit: report.provenance.commit, reports: [report], files: listed });
  return [
    { path: packageLayout.page, role: 'page', text: page },
    { path: packageLayout.summary, role: 'summary', text: `${JSON.stringify(summarize(results), null, 2)}\n` },
  ];
}

function summarize({ report, comparison, slo, baseline }: ViewedResults): Record<string, unknown> {
  const { provenance, runId, createdAt, project, suites } = report;
  const { host, measured, commit } = provenance;
  return {
    project,
    commit,
    run: { runId, createdAt, measured, host: { class: host.class, fingerprint: host.fingerprint }, suites: suites.map(({ name, tool, benchmarks }) => ({ name, tool, benchmarks: benchmarks.length })) },
    baseline: baseline === null ? null : { id: baseline.id, commit: baseline.promotion.commit, promoted: baseline.promotion.at, by: baseline.promotion.by, reason: baseline.promotion.reason },
    comparison: comparison.summary,
    slo: slo?.summary ?? null,
  };
}

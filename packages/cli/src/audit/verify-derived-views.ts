import { join } from 'node:path';
import type { AuditManifest, Finding } from '@benchline/core/model';
import { packageVersion } from '../package-version.js';
import { renderDerivedViews, type ViewedResults } from './derived-views.js';
import { inOrderOf, type PackageEvidence } from './package-evidence.js';
import { packageProblem } from './package-problem.js';
import type { OpenedPackage } from './verify-files.js';

/** Makes the page and the summary again and compares them byte for byte; another version of Benchline may render differently, and then says so. */
export async function verifyDerivedViews({ world, folder, manifest }: OpenedPackage, evidence: PackageEvidence): Promise<{ problems: Finding[]; unverified: string[] }> {
  if (manifest.benchline !== packageVersion) return { problems: [], unverified: [`page.html and summary.json: they were made by Benchline ${manifest.benchline}, this is ${packageVersion}`] };
  const problems: Finding[] = [];
  for (const { path, text } of renderDerivedViews(viewedResults(manifest, evidence))) {
    if ((await world.files.readText(join(folder, path))) !== text) problems.push(packageProblem(path, 'does not show what the artefacts say'));
  }
  return { problems, unverified: [] };
}

function viewedResults({ createdAt, benchline, files }: AuditManifest, { report, comparison, slo, baselines, baselineReports }: PackageEvidence): ViewedResults {
  const baseline = baselines[0]?.value ?? null;
  return { createdAt, benchline, files, report: report.value, comparison: comparison.value, slo: slo?.value ?? null, baseline, baselineReports: inOrderOf(baseline, baselineReports) };
}

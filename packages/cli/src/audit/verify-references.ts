import type { Finding } from '@benchline/core/model';
import { isOfCommit } from './is-of-commit.js';
import { packageLayout } from './package-layout.js';
import type { PackageEvidence } from './package-evidence.js';
import { packageProblem } from './package-problem.js';
import type { OpenedPackage } from './verify-files.js';

/** Everything that one artefact says of another by digest, held against the files that are there. */
export function verifyReferences(opened: OpenedPackage, evidence: PackageEvidence): Finding[] {
  return [...telemetryProblems(opened, evidence), ...comparisonProblems(evidence), ...baselineProblems(evidence), ...sloProblems(evidence), ...claimProblems(opened, evidence)];
}

function telemetryProblems({ manifest }: OpenedPackage, { report }: PackageEvidence): Finding[] {
  const { raw, samples } = report.value;
  const named = new Map([...raw, ...(samples === null ? [] : [samples])].map(({ path, digest }) => [path, digest]));
  const present = new Map(manifest.files.filter(({ role }) => role === 'raw' || role === 'samples').map(({ path, digest }) => [path, digest]));
  return [
    ...[...named].filter(([path, digest]) => present.get(path) !== digest).map(([path]) => packageProblem(path, 'is not the file that the report names')),
    ...[...present.keys()].filter((path) => !named.has(path)).map((path) => packageProblem(path, 'is not named by the report')),
  ];
}

function comparisonProblems({ report, comparison, baselines }: PackageEvidence): Finding[] {
  const { mode, base, head, project } = comparison.value;
  const problems: Finding[] = [];
  if (project !== report.value.project) problems.push(packageProblem(comparison.path, `is about the project ${project}, the report about ${report.value.project}`));
  if (mode === 'paired') return isOfCommit(comparison.value, report.value) ? problems : [...problems, packageProblem(comparison.path, 'is about another commit than the report')];
  if (head.digests.length !== 1 || head.digests[0] !== report.digest) problems.push(packageProblem(comparison.path, 'is about another report'));
  const baseline = baselines[0] ?? null;
  if ((base?.baseline ?? null) !== (baseline?.value.id ?? null)) problems.push(packageProblem(comparison.path, 'was made with another baseline'));
  const digests = baseline?.value.reports.map(({ digest }) => digest) ?? [];
  if (JSON.stringify(base?.digests ?? []) !== JSON.stringify(digests)) problems.push(packageProblem(comparison.path, "does not name the baseline's reports"));
  return problems;
}

function baselineProblems({ baselines, baselineReports }: PackageEvidence): Finding[] {
  if (baselines.length > 1) return [packageProblem(baselines[1]!.path, 'is a second baseline; a comparison has one')];
  const named = new Map(baselines.flatMap(({ value }) => value.reports.map(({ path, digest }) => [packageLayout.baselineReport(value.id, path), digest] as const)));
  const present = new Map(baselineReports.map(({ path, digest }) => [path, digest]));
  return [
    ...[...named].filter(([path, digest]) => present.get(path) !== digest).map(([path]) => packageProblem(path, 'is not the report that the baseline names')),
    ...[...present.keys()].filter((path) => !named.has(path)).map((path) => packageProblem(path, 'is not named by the baseline')),
  ];
}

function sloProblems({ report, slo }: PackageEvidence): Finding[] {
  return slo !== null && slo.value.report.digest !== report.digest ? [packageProblem(slo.path, 'is about another report')] : [];
}

function claimProblems({ manifest }: OpenedPackage, { report, comparison, slo }: PackageEvidence): Finding[] {
  const claimed = JSON.stringify([manifest.project, manifest.commit, manifest.verdicts.comparison, manifest.verdicts.slo]);
  const found = JSON.stringify([report.value.project, report.value.provenance.commit, comparison.value.summary.verdict, slo?.value.summary.verdict ?? null]);
  return claimed === found ? [] : [packageProblem(packageLayout.manifest, 'claims another project, commit or verdict than its artefacts')];
}

import { compareReports, judgeObjectives } from '@benchline/core/judge';
import { isDeepStrictEqual } from 'node:util';
import type { Comparison, Finding, SloResult } from '@benchline/core/model';
import { isSameJob } from '../govern/same-job.js';
import { inOrderOf, type PackageEvidence } from './package-evidence.js';
import { packageProblem } from './package-problem.js';

/** Judges everything again from the reports in the package, and says in what the stored results differ. */
export function verifyVerdicts(evidence: PackageEvidence): Finding[] {
  return [...comparisonProblems(evidence), ...sloProblems(evidence)];
}

function comparisonProblems({ report, comparison, baselines, baselineReports }: PackageEvidence): Finding[] {
  const { mode, base, policy, project } = comparison.value;
  if (mode === 'paired') return [];
  const baseReports = inOrderOf(baselines[0]?.value ?? null, baselineReports);
  const again = compareReports({
    project,
    mode,
    base: base === null ? null : { reports: baseReports, digests: base.digests, baseline: baselines[0]?.value.id ?? null },
    head: { reports: [report.value], digests: [report.digest], baseline: null },
    policy,
    sameJob: isSameJob([...baseReports, report.value]),
  });
  return differences(comparison.value, again).map((what) => packageProblem(comparison.path, `does not follow from the reports: ${what}`));
}

function differences(stored: Comparison, again: Comparison): string[] {
  if (stored.algorithm !== again.algorithm) return [`it was judged by ${stored.algorithm}, this Benchline judges by ${again.algorithm}`];
  const rowCount = Math.max(stored.rows.length, again.rows.length);
  for (let index = 0; index < rowCount; index += 1) {
    const [was, is] = [stored.rows[index], again.rows[index]];
    if (!isDeepStrictEqual(was, is)) return [`row ${index} (${(was ?? is)!.benchmark}) says ${was?.verdict ?? 'nothing'}, judged again ${is?.verdict ?? 'nothing'}`];
  }
  return isDeepStrictEqual(stored.summary, again.summary) ? [] : [`its summary says ${stored.summary.verdict}, judged again ${again.summary.verdict}`];
}

function sloProblems({ report, slo }: PackageEvidence): Finding[] {
  if (slo === null) return [];
  const again = judgeObjectives({ report: report.value, digest: report.digest, objectives: slo.value.policy });
  const same = (part: keyof SloResult) => isDeepStrictEqual(slo.value[part], again[part]);
  return same('objectives') && same('summary') ? [] : [packageProblem(slo.path, `does not follow from the report: it says ${slo.value.summary.verdict}, judged again ${again.summary.verdict}`)];
}

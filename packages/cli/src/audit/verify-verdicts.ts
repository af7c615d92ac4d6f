import { ALGORITHM, replayComparison, replayPaired, replaySlo } from '@benchline/core/judge';
import type { Finding } from '@benchline/core/model';
import { isSameJob } from '../govern/same-job.js';
import { inOrderOf, type PackageEvidence } from './package-evidence.js';
import { packageProblem } from './package-problem.js';

/** How many differences of one artefact are told; the first names the place. */
const shown = 5;

/** Judges everything again from the reports in the package, and says in what the stored results differ. */
export function verifyVerdicts(evidence: PackageEvidence): Finding[] {
  return [...comparisonProblems(evidence), ...sloProblems(evidence)];
}

function comparisonProblems({ report, comparison, baselines, baselineReports }: PackageEvidence): Finding[] {
  const { mode, base, algorithm } = comparison.value;
  if (algorithm !== ALGORITHM) return [packageProblem(comparison.path, `cannot be judged again: it was judged by ${algorithm}, this Benchline judges by ${ALGORITHM}`)];
  if (mode === 'paired') return notFollowing(comparison.path, replayPaired(comparison.value));
  const baseline = baselines[0]?.value ?? null;
  const baseReports = inOrderOf(baseline, baselineReports);
  const sides = {
    sameJob: base !== null && isSameJob([...baseReports, report.value]),
    base: base === null ? null : { reports: baseReports, digests: base.digests, baseline: baseline?.id ?? null },
    head: { reports: [report.value], digests: [report.digest], baseline: null },
  };
  return notFollowing(comparison.path, replayComparison(comparison.value, sides));
}

function sloProblems({ report, slo }: PackageEvidence): Finding[] {
  return slo === null ? [] : notFollowing(slo.path, replaySlo(slo.value, report.value, report.digest));
}

function notFollowing(path: string, differences: readonly string[]): Finding[] {
  return differences.slice(0, shown).map((difference) => packageProblem(path, `does not follow from what was measured: at ${difference}`));
}

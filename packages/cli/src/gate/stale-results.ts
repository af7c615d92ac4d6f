import { createFinding, type Commit, type Finding } from '@benchline/core/model';
import type { ReadResult } from './read-results.js';

/** Notes on comparisons of a report with itself: what they call unchanged proves nothing. */
export function itselfFindings(results: readonly ReadResult[]): Finding[] {
  return results.flatMap((one) => {
    if (one.artefact !== 'comparison' || one.value.mode !== 'stored' || one.value.base === null || one.value.base.baseline === null) return [];
    const { project, base, head } = one.value;
    const isItself = head.digests.every((digest) => base.digests.includes(digest));
    const finding = createFinding('BNL047', { baseline: base.baseline }, { file: one.path });
    return isItself ? [{ ...finding, what: `${project}: ${finding.what}` }] : [];
  });
}

/**
 * Warnings about results of another commit than the one checked out, and about comparisons that do not know the report beside them. What a task runner restored may be of any
 * commit: its key says that the inputs are the same.
 */
export function staleFindings(results: readonly ReadResult[], head: Commit): Finding[] {
  const vouched = new Set(results.flatMap((one) => (one.artefact === 'performance-report' && one.origin === 'restored' && one.value.provenance.taskHash !== null ? [one.value.project] : [])));
  return results.flatMap((one) => {
    const sha = commitOf(one).sha;
    const stale = sha !== null && head.sha !== null && sha !== head.sha && !vouched.has(one.value.project) ? `it was measured at commit ${sha.slice(0, 7)}, and ${head.sha.slice(0, 7)} is checked out` : olderThanReport(one, results);
    return stale === null || one.artefact === 'performance-report' ? [] : [createFinding('BNL039', { project: one.value.project, because: stale }, { file: one.path })];
  });
}

function commitOf(one: ReadResult): Commit {
  if (one.artefact === 'performance-report') return one.value.provenance.commit;
  return one.artefact === 'comparison' ? one.value.head.commit : one.value.report.commit;
}

/** A report that was measured after it was judged. */
function olderThanReport(one: ReadResult, results: readonly ReadResult[]): string | null {
  const judged = one.artefact === 'slo-result' ? [one.value.report.digest] : one.artefact === 'comparison' && one.value.mode === 'stored' ? one.value.head.digests : null;
  const report = results.find((other) => other.artefact === 'performance-report' && other.value.project === one.value.project);
  return judged === null || report === undefined || judged.includes(report.digest) ? null : `it does not judge the report in ${report.path}`;
}

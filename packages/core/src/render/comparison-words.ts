import { exitCodeOf, formatShare, type Commit, type Comparison, type ComparisonSide, type Verdict } from '../model/index.js';
import { originNotes } from './origin-words.js';
import { rowNote, statisticWord } from './row-text.js';
import { countWords, verdictLooks } from './verdict-look.js';

/** First seven digits; what follows says that the tree held more than the commit. */
export function commitText({ sha, dirty }: Pick<Commit, 'sha' | 'dirty'>): string {
  return `${sha === null ? 'no commit' : sha.slice(0, 7)}${dirty === true ? ' (uncommitted changes)' : ''}`;
}

/** Which commit stands against which: "9f8e7d6 against baseline 2026-10-01-a1b2c3d (commit a1b2c3d)". */
export function sidesText(comparison: Comparison): string {
  const { base, head, mode } = comparison;
  if (base === null) return `${commitText(head.commit)}, no baseline yet`;
  if (isItself(comparison)) return `${commitText(head.commit)} against itself${base.baseline === null ? '' : `: the report is what was promoted as baseline ${base.baseline}`}`;
  return `${commitText(head.commit)} against ${baseText(base)}${mode === 'paired' ? ', measured side by side' : ''}`;
}

/** Whether both sides are the very same reports: whatever is found then proves nothing. */
export function isItself({ base, head, mode }: Comparison): boolean {
  return mode !== 'paired' && base !== null && head.digests.length > 0 && head.digests.every((digest) => base.digests.includes(digest));
}

function baseText({ baseline, commit }: ComparisonSide): string {
  return baseline === null ? commitText(commit) : `baseline ${baseline} (commit ${commitText(commit)})`;
}

/** "time, median"; where rows differ, the statistics of those that do not name theirs. null where nothing was measured. */
export function subjectText({ rows, policy }: Comparison): string | null {
  const measured = rows.filter(({ metric, base, head }) => metric !== null && (base !== null || head !== null));
  const metrics = new Set(measured.map(({ metric }) => metric));
  const statistics = new Set(measured.map(({ statistic }) => statistic));
  const usual = [...statistics].filter((statistic) => statistic === policy.statistic || statistic === 'location').map(statisticWord);
  const [metric] = metrics;
  if (metrics.size === 1 && statistics.size === 1) return `${metric ?? ''}, ${[...statistics].map(statisticWord).join('')}`;
  return usual.length === 0 ? null : `${usual.sort().reverse().join(' or ')}${statistics.size > usual.length ? ', unless noted' : ''}`;
}

/** What was found, worst first. */
export function verdictCounts(comparison: Comparison): { verdict: Verdict; words: string }[] {
  return countWords<Verdict>(comparison.summary.counts, verdictLooks);
}

/** Why the exit code is not 0: the verdicts that it comes from. null where it is 0. */
export function exitReason(comparison: Comparison): string | null {
  const { exitCode } = comparison.summary;
  if (exitCode === 0) return null;
  const causes = verdictCounts(comparison).filter(({ verdict }) => exitCodeOf(verdict, comparison.policy.raise) === exitCode);
  return causes.map(({ words }) => words).join(', ') || verdictLooks[comparison.summary.verdict].word;
}

/** What a reader must know of how good the evidence is, unless the rows' own reasons say it; each once for the whole comparison. */
export function evidenceNotes(comparison: Comparison): string[] {
  const { rows, policy } = comparison;
  const notes: string[] = [];
  const byThreshold = rows.filter(({ rule }) => rule === 'threshold');
  if (byThreshold.length > 0 && byThreshold.every((row) => rowNote(row) === null)) {
    const { warn, fail } = policy.stored;
    notes.push(`Judged by the plain threshold rule (warn above ${formatShare(warn)}, fail above ${formatShare(fail)}): nothing tells noise from change.`);
  }
  if (rows.some(({ grade }) => grade === 'summary')) notes.push('Some tools gave summaries without samples; such a row is weak evidence.');
  if (policy.sameJobOnly && comparison.mode !== 'paired') notes.push('The policy lets a stored baseline warn but not fail (sameJobOnly).');
  return [...notes, ...pairedNotes(comparison), ...originNotes(policy.origins)];
}

function pairedNotes({ paired }: Comparison): string[] {
  if (paired === null) return [];
  const { looks, looksTaken, seed } = paired;
  const notes = looksTaken === 0 ? [] : [`Looked ${looksTaken} of ${looks.length} times, at ${looks.slice(0, looksTaken).join(', ')} rounds a side; seed ${seed}.`];
  if (paired.control !== null) notes.push(controlNote(paired.control));
  if (paired.unstable) notes.push('The control arm flagged too much: this machine was too restless, so failures became inconclusive.');
  if (paired.endedBy === 'time-budget') notes.push('The time budget ended before every benchmark was decided.');
  return notes;
}

function controlNote({ judged, flagged, interval }: NonNullable<NonNullable<Comparison['paired']>['control']>): string {
  const range = interval === null ? '' : ` (${formatShare(interval.level)} interval ${wholePercent(interval.lower ?? 0)}-${wholePercent(interval.upper ?? 1)} %)`;
  return `Control arm, base against itself: ${flagged} of ${judged} flagged${range}.`;
}

function wholePercent(share: number): string {
  return String(Math.round(share * 100));
}

/** What the reader can do next, each once. */
export function nextSteps(comparison: Comparison): string[] {
  const present = new Set(comparison.rows.map(({ verdict }) => verdict));
  const steps: string[] = [];
  if (comparison.base === null) steps.push('No baseline yet: promote a report of the default branch (benchline promote).');
  if (present.has('not-comparable')) steps.push('Not comparable: measure both sides here (benchline compare --against REF), or promote a new baseline measured like this (benchline promote).');
  if (present.has('missing')) steps.push('Missing: a benchmark of the baseline was not measured; if it was removed on purpose, promote a new baseline.');
  if ((['failed', 'regressed', 'warn', 'inconclusive'] as const).some((verdict) => present.has(verdict))) steps.push('Why: benchline compare --explain NAME');
  return steps;
}

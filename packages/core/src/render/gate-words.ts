import { formatChange, type ComparisonRow, type GateResult, type Interval } from '../model/index.js';
import type { JudgedGate, JudgedProject } from '../judge/index.js';
import { acceptanceNote, policyNotes } from './gate-projects.js';
import { replayedNote } from './measurement-words.js';
import { createRowName, metricText, nothing, rowNote, rowText } from './row-text.js';
import { sloNote, sloRowText } from './slo-words.js';
import { countWords, sloLooks, verdictLooks, type VerdictLook } from './verdict-look.js';

/** One line of the gate's tables; unescaped. */
export interface GateLine {
  look: VerdictLook;
  project: string;
  /** Benchmark and metric. */
  name: string;
  base: string;
  head: string;
  change: string;
  /** Of how much worse head is. */
  interval: string;
  note: string | null;
}

/** "3 projects, 41 benchmarks: 1 regressed". */
export function gateHeadline({ summary, projects }: GateResult): string {
  const size = [plural(summary.projects, 'project'), plural(summary.benchmarks, 'benchmark')].join(', ');
  if (projects.every(({ affected }) => affected === false)) return `${size}: nothing was affected`;
  const notable = { ...summary.counts, unchanged: 0, new: 0, improved: 0 };
  const verdicts = countWords(notable, verdictLooks).map(({ words }) => words);
  const { pass: _pass, ...broken } = summary.objectives;
  const objectives = countWords(broken, sloLooks).map(({ words }) => words);
  const words = [verdicts.join(', '), objectives.length === 0 ? '' : `objectives: ${objectives.join(', ')}`].filter((part) => part !== '');
  const accepted = (summary.accepted ?? 0) === 0 ? [] : [`${summary.accepted} accepted`];
  return `${size}: ${[...(words.length === 0 ? ['no regression'] : words), ...accepted].join('; ')}`;
}

/** `Performance Report: 3 projects, 41 benchmarks: 1 regressed [FAIL]`: what a log is searched for. */
export function gateStatusLine(result: GateResult): string {
  return `Performance Report: ${gateHeadline(result)} [${result.summary.status.toUpperCase()}]`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What changed, of all projects, worst first: rows, objectives that do not pass, projects that did not report. Only what is shown is put into words. */
export function gateLines({ projects, accepted }: JudgedGate): { count: number; first(most: number): GateLine[] } {
  const weighed = projects.flatMap((one) => [...absenceLines(one), ...comparisonLines(one, accepted), ...objectiveLines(one)]);
  weighed.sort((a, b) => a.look.order - b.look.order || b.worse - a.worse);
  return { count: weighed.length, first: (most) => weighed.slice(0, most).map(({ line }) => line()) };
}

interface Weighed {
  look: VerdictLook;
  /** Share by which it is worse. */
  worse: number;
  line(): GateLine;
}

const empty = { base: nothing, head: nothing, change: nothing, interval: nothing };

function absenceLines({ project, absence }: JudgedProject): Weighed[] {
  return absence === null ? [] : [{ look: verdictLooks.missing, worse: 0, line: () => ({ ...empty, look: verdictLooks.missing, project, name: nothing, note: absence }) }];
}

const quiet: ReadonlySet<string> = new Set(['unchanged', 'new']);

/** What a row is called that is slower and fails nothing. */
export const acceptedLook: VerdictLook = { symbol: '~', word: 'accepted', paint: 'yellow', emoji: '🟠', order: 3.5 };

function comparisonLines({ project, comparison }: JudgedProject, accepted: JudgedGate['accepted']): Weighed[] {
  if (comparison === null) return [];
  const nameOf = createRowName(comparison.rows);
  // What never gates is shown by the project's own comparison.
  const notable = comparison.rows.filter(({ verdict, rule }) => !quiet.has(verdict) && rule !== 'direction');
  return notable.map((row) => {
    const acceptance = accepted.get(row);
    const look = acceptance === undefined ? verdictLooks[row.verdict] : acceptedLook;
    const line = (): GateLine => {
      const name = [nameOf(row), ...(row.metric === null ? [] : [metricText(row, comparison.policy.statistic)])].join(' › ');
      return { look, project, name, ...rowText(row), interval: intervalText(row.interval), note: acceptance === undefined ? rowNote(row) : acceptanceNote(acceptance) };
    };
    return { look, worse: worseOf(row), line };
  });
}

function worseOf({ slowdown, verdict }: ComparisonRow): number {
  return (verdict === 'improved' ? -1 : 1) * (slowdown ?? 0);
}

function intervalText(interval: Interval): string {
  if (interval === null) return nothing;
  const bound = (value: number | null): string => (value === null ? '?' : formatChange(value));
  return `${bound(interval.lower)} … ${bound(interval.upper)}`;
}

function objectiveLines({ project, slo }: JudgedProject): Weighed[] {
  const nameOf = createRowName(slo?.objectives ?? []);
  return (slo?.objectives ?? []).flatMap((row) => {
    if (slo === null || row.verdict === 'pass') return [];
    const look = { ...sloLooks[row.verdict], word: `objective ${sloLooks[row.verdict].word}` };
    const line = (): GateLine => {
      const text = sloRowText(row, slo.policy);
      const { limit, observed, margin, metric } = text;
      return { look, project, name: `${nameOf(row)} › ${metric}`, base: limit, head: observed, change: margin, interval: nothing, note: sloNote(row, text) };
    };
    return [{ look, worse: row.margin === null ? 0 : -row.margin.percent / 100, line }];
  });
}

/** What is not listed: "40 unchanged, 2 new; 4 rows without a known direction; 3 objectives pass". */
export function quietWords({ summary }: GateResult): string {
  const rows = countWords({ unchanged: summary.counts['unchanged'] ?? 0, new: summary.counts['new'] ?? 0 }, verdictLooks).map(({ words }) => words);
  const objectives = summary.objectives.pass === 0 ? [] : [`${plural(summary.objectives.pass, 'objective')} pass${summary.objectives.pass === 1 ? 'es' : ''}`];
  const ungated = summary.ungated === 0 ? [] : [`${plural(summary.ungated, 'row')} without a known direction`];
  const apart = (summary.notAffected ?? 0) === 0 ? [] : [`${plural(summary.notAffected ?? 0, 'project')} not affected`];
  return [rows.join(', '), ...ungated, ...objectives, ...apart].filter((part) => part !== '').join('; ');
}

/** How it was judged, and what the exit code comes from; each a sentence. */
export function gateNotes(result: GateResult): string[] {
  const { summary, projects, advisory, omitted } = result;
  const { hypotheses, changed, verdictCode } = summary;
  const pooled = hypotheses === 0 ? [] : [`False discoveries were controlled over ${plural(hypotheses, 'row')} of all projects together: ${changed === 0 ? 'no verdict changed' : `${plural(changed, 'verdict')} changed`}.`];
  const causes = projects.filter(({ exitCode }) => exitCode === verdictCode).map(({ project }) => project);
  const of = causes.length === 0 ? 'what could not be used' : listed(causes);
  const exit = verdictCode === 0 ? 'Exit code 0.' : advisory ? `Exit code 0, since the gate only advises; it would be ${verdictCode} (${of}).` : `Exit code ${verdictCode}: ${of}.`;
  const left = omitted === undefined ? [] : [`The artefact leaves out the mildest: ${omitted.rows} rows, ${omitted.objectives} objectives, ${omitted.findings} findings.`];
  return [...pooled, ...policyNotes(result), ...replayedNote(projects), ...left, exit];
}

function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${few} and ${names.length - 3} more` : few;
}

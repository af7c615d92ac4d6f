import type { Comparison, ComparisonRow, Verdict } from '../model/index.js';
import { evidenceNotes, exitReason, isItself, nextSteps, sidesText, subjectText, verdictCounts } from './comparison-words.js';
import { codeMarkdown, escapeMarkdown } from './escape.js';
import { createRowName, geomeanText, metricText, rowNote, rowText } from './row-text.js';
import { verdictLooks } from './verdict-look.js';
import { sortRows } from './visible-rows.js';

/** A forge refuses a comment of more than 65,536 characters; a merged comment needs room for its own words. */
export const commentLimit = 60_000;

/** Rows of each table; fewer when the comment would grow too long. */
const steps: readonly { notable: number; rest: number }[] = [
  { notable: 50, rest: 500 },
  { notable: 50, rest: 50 },
  { notable: 20, rest: 0 },
  { notable: 5, rest: 0 },
];
const quiet: ReadonlySet<Verdict> = new Set(['unchanged', 'new']);

/** A pull request comment: verdict, notable rows with reasons, the rest folded away, what the evidence is worth. Under 60,000 characters. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const bodies = steps.map((step) => renderWith(comparison, step));
  return bodies.find((body) => body.length < commentLimit) ?? `${headline(comparison)}\n\nThe names are too long to list; see the artefact comparison.json.\n`;
}

function renderWith(comparison: Comparison, limits: { notable: number; rest: number }): string {
  const rows = sortRows(comparison.rows);
  const notable = rows.filter(({ verdict }) => !quiet.has(verdict));
  const rest = rows.filter(({ verdict }) => quiet.has(verdict));
  const shown = notable.slice(0, limits.notable);
  const sections = [
    headline(comparison),
    introduction(comparison),
    table(comparison, shown),
    shown.length < notable.length ? `… and ${notable.length - shown.length} more; \`benchline compare --all\` lists every row.` : '',
    reasons(comparison, shown),
    folded(comparison, rest, limits.rest),
    footnotes(comparison),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline(comparison: Comparison): string {
  const [worst, ...others] = verdictCounts(comparison);
  const project = escapeMarkdown(comparison.project);
  if (isItself(comparison)) return `### ⚪ ${project}: compared with itself, which is no evidence`;
  if (worst === undefined) return `### ⚪ ${project}: nothing was compared`;
  const more = others.filter(({ verdict }) => !quiet.has(verdict)).map(({ words }) => words);
  return `### ${verdictLooks[worst.verdict].emoji} ${project}: ${[worst.words, ...more].join(', ')}`;
}

function introduction(comparison: Comparison): string {
  const parts = [sidesText(comparison), subjectText(comparison), geomeanText(comparison.summary.geomean)];
  return parts.flatMap((part) => (part === null ? [] : [escapeMarkdown(part)])).join(' · ');
}

function table(comparison: Comparison, rows: readonly ComparisonRow[]): string {
  if (rows.length === 0) return '';
  const nameOf = createRowName(comparison.rows);
  const lines = rows.map((row) => {
    const { base, head, change } = rowText(row);
    const { emoji, word } = verdictLooks[row.verdict];
    const metric = metricText(row, comparison.policy.statistic);
    return `| ${emoji} ${word} | ${codeMarkdown(nameOf(row))} | ${escapeMarkdown(metric)} | ${escapeMarkdown(base)} | ${escapeMarkdown(head)} | ${strong(row.verdict, change)} |`;
  });
  return ['| | benchmark | metric | base | head | change |', '|:--|:--|:--|--:|--:|--:|', ...lines].join('\n');
}

function strong(verdict: Verdict, change: string): string {
  return verdict === 'regressed' || verdict === 'warn' ? `**${change}**` : change;
}

/** One line per reason, with the benchmarks that share it. */
function reasons(comparison: Comparison, rows: readonly ComparisonRow[]): string {
  const nameOf = createRowName(comparison.rows);
  const named = new Map<string, Set<string>>();
  for (const row of rows) {
    const note = rowNote(row);
    if (note !== null) named.set(note, (named.get(note) ?? new Set()).add(codeMarkdown(nameOf(row))));
  }
  return [...named].map(([note, names]) => `- ${listed([...names])}: ${escapeMarkdown(note)}`).join('\n');
}

function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${few} and ${names.length - 3} more` : few;
}

function folded(comparison: Comparison, rows: readonly ComparisonRow[], limit: number): string {
  if (rows.length === 0) return '';
  const words = verdictCounts(comparison).filter(({ verdict }) => quiet.has(verdict)).map((count) => count.words);
  if (limit === 0) return `${words.join(', ')}.`;
  const shown = rows.slice(0, limit);
  const more = shown.length < rows.length ? `\n\n… and ${rows.length - shown.length} more.` : '';
  return `<details><summary>${words.join(', ')}</summary>\n\n${table(comparison, shown)}${more}\n\n</details>`;
}

function footnotes(comparison: Comparison): string {
  const reason = exitReason(comparison);
  const exit = reason === null ? 'Exit code 0.' : `Exit code ${comparison.summary.exitCode}: ${reason}.`;
  const findings = comparison.findings.slice(0, 20).map(({ level, code, what }) => `${level} ${code}: ${what}`);
  const notes = [...findings, ...evidenceNotes(comparison), ...nextSteps(comparison), exit].map(escapeMarkdown);
  return `<sub>${notes.join('<br>')}</sub>`;
}

import type { SloResult, SloRow } from '../model/index.js';
import { codeMarkdown, escapeMarkdown } from './escape.js';
import { originNotes } from './origin-words.js';
import { createRowName } from './row-text.js';
import { sloCounts, sloNote, sloRowText, sloTitle } from './slo-words.js';
import { sloLooks, sortWorstFirst } from './verdict-look.js';
import { commentLimit } from './comparison-markdown.js';

/** Rows of the open table and of the folded one; fewer when the comment would grow too long. */
const steps: readonly { notable: number; rest: number }[] = [
  { notable: 50, rest: 200 },
  { notable: 20, rest: 0 },
  { notable: 5, rest: 0 },
];

/** The objectives as part of a pull request comment: breaches open, what passes folded away. */
export function renderSloMarkdown(result: SloResult): string {
  const bodies = steps.map((step) => renderWith(result, step));
  return bodies.find((body) => body.length < commentLimit) ?? `${headline(result)}\n\nThe names are too long to list; see the artefact slo.json.\n`;
}

function renderWith(result: SloResult, limits: { notable: number; rest: number }): string {
  const rows = sortWorstFirst(result.objectives, sloLooks, (row) => -(row.margin?.percent ?? 0));
  const notable = rows.filter(({ verdict }) => verdict !== 'pass');
  const passing = rows.filter(({ verdict }) => verdict === 'pass');
  const more = notable.length > limits.notable ? `… and ${notable.length - limits.notable} more.` : '';
  const sections = [headline(result), table(result, notable.slice(0, limits.notable)), more, reasons(result, notable.slice(0, limits.notable)), folded(result, passing, limits.rest), footnotes(result, limits.notable)];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** What was found beside the rows, such as limits that the environment set; breaches stand in the rows. */
function footnotes({ findings, summary, origins }: SloResult, limit: number): string {
  const told = findings.filter(({ code }) => code !== 'BNL005');
  const lines = told.slice(0, limit).map(({ level, code, what }) => escapeMarkdown(`${level} ${code}: ${what}`));
  const more = told.length > limit ? [`… and ${told.length - limit} more findings.`] : [];
  const from = originNotes(origins).map(escapeMarkdown);
  return `<sub>${[...lines, ...more, ...from, `Exit code ${summary.exitCode}.`].join('<br>')}</sub>`;
}

function headline(result: SloResult): string {
  const counts = sloCounts(result);
  const emoji = sloLooks[counts[0]?.verdict ?? result.summary.verdict].emoji;
  const words = counts.map((count) => count.words).join(', ') || 'none checked';
  return `### ${emoji} ${escapeMarkdown(result.project)}, ${escapeMarkdown(sloTitle(result))}: ${words}`;
}

function table(result: SloResult, rows: readonly SloRow[]): string {
  if (rows.length === 0) return '';
  const nameOf = createRowName(result.objectives);
  const lines = rows.map((row) => {
    const { emoji, word } = sloLooks[row.verdict];
    const { observed, limit, target, margin, metric } = sloRowText(row, result.policy);
    const values = [metric, observed, limit, target, margin].map(escapeMarkdown);
    return `| ${emoji} ${word} | ${codeMarkdown(nameOf(row))} | ${values.join(' | ')} |`;
  });
  return ['| | benchmark | metric | observed | limit | target | margin |', '|:--|:--|:--|--:|--:|--:|--:|', ...lines].join('\n');
}

function reasons(result: SloResult, rows: readonly SloRow[]): string {
  const nameOf = createRowName(result.objectives);
  return rows
    .flatMap((row) => {
      const note = sloNote(row, sloRowText(row, result.policy));
      return note === null ? [] : [`- ${codeMarkdown(nameOf(row))}: ${escapeMarkdown(note)}`];
    })
    .join('\n');
}

function folded(result: SloResult, rows: readonly SloRow[], limit: number): string {
  if (rows.length === 0) return '';
  if (limit === 0) return `${rows.length} pass.`;
  const more = rows.length > limit ? `\n\n… and ${rows.length - limit} more.` : '';
  return `<details><summary>${rows.length} pass</summary>\n\n${table(result, rows.slice(0, limit))}${more}\n\n</details>`;
}

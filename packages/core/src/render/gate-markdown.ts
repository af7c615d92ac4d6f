import type { JudgedGate } from '../judge/index.js';
import { commentLimit } from './comparison-markdown.js';
import { codeMarkdown, escapeMarkdown } from './escape.js';
import { notAffectedLines } from './gate-projects.js';
import { gateHeadline, gateLines, gateNotes, plural, quietWords, type GateLine } from './gate-words.js';

const emojis: Record<JudgedGate['result']['summary']['status'], string> = { pass: '🟢', warn: '🟡', fail: '🔴' };

/** Rows and findings shown; fewer when the summary would grow too long. */
const steps: readonly number[] = [50, 20, 5, 0];

/** One summary of all projects for a pull request or a job: verdict, what changed with reasons, the rest counted. Under 60,000 characters. */
export function renderGateMarkdown(gate: JudgedGate, now: string | null = null): string {
  const lines = gateLines(gate);
  const bodies = steps.map((limit) => renderWith(gate, lines, { limit, now }));
  return bodies.find((body) => body.length < commentLimit) ?? `${headline(gate)}\n\nThe names are too long to list; see the artefact gate.json.\n`;
}

function renderWith(gate: JudgedGate, lines: ReturnType<typeof gateLines>, { limit, now }: { limit: number; now: string | null }): string {
  const shown = lines.first(limit);
  const quiet = quietWords(gate.result);
  const sections = [
    headline(gate),
    table(shown),
    shown.length < lines.count ? `… and ${lines.count - shown.length} more; the artefact gate.json has every one.` : '',
    reasons(shown),
    quiet === '' ? '' : `${quiet}.`,
    apart(gate, limit, now),
    footnotes(gate, limit),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Projects that the change does not reach, folded away. */
function apart({ result }: JudgedGate, limit: number, now: string | null): string {
  const all = notAffectedLines(result, now);
  const shown = all.slice(0, limit);
  if (shown.length === 0) return '';
  const more = all.length > shown.length ? [`- … and ${all.length - shown.length} more`] : [];
  return `<details><summary>Not affected: ${plural(all.length, 'project')}</summary>\n\n${[...shown.map(({ project, last }) => `- ${escapeMarkdown(project)}: ${escapeMarkdown(last)}`), ...more].join('\n')}\n\n</details>`;
}

function headline({ result }: JudgedGate): string {
  return `### ${emojis[result.summary.status]} Performance: ${gateHeadline(result)}`;
}

function table(lines: readonly GateLine[]): string {
  if (lines.length === 0) return '';
  const rows = lines.map(({ look, project, name, base, head, change, interval }) => {
    const cells = [`${look.emoji} ${look.word}`, escapeMarkdown(project), codeMarkdown(name), ...[base, head].map(escapeMarkdown), look.paint === 'red' ? `**${change}**` : change, interval];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| | project | benchmark | base | head | change | worse by |', '|:--|:--|:--|--:|--:|--:|--:|', ...rows].join('\n');
}

/** One line per reason, with the benchmarks that share it. */
function reasons(lines: readonly GateLine[]): string {
  const named = new Map<string, string[]>();
  for (const { note, project, name } of lines) {
    if (note !== null) named.set(note, [...(named.get(note) ?? []), `${escapeMarkdown(project)} ${codeMarkdown(name)}`]);
  }
  return [...named].map(([note, names]) => `- ${listed(names)}: ${escapeMarkdown(note)}`).join('\n');
}

function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${few} and ${names.length - 3} more` : few;
}

function footnotes({ result }: JudgedGate, limit: number): string {
  const { findings } = result;
  const told = findings.slice(0, limit).map(({ level, code, what }) => `${level} ${code}: ${what}`);
  const more = findings.length > told.length ? [`… and ${findings.length - told.length} more findings.`] : [];
  return `<sub>${[...told, ...more, ...gateNotes(result)].map(escapeMarkdown).join('<br>')}</sub>`;
}

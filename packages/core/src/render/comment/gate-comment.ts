import type { GateResult } from '../../model/index.js';
import { escapeMarkdown } from '../escape.js';
import { notAffectedLines } from '../gate-projects.js';
import { acceptedLook, gateNotes, gateStatusLine, plural, quietWords } from '../gate-words.js';
import { verdictLooks } from '../verdict-look.js';
import { againstText, sameBase } from './against.js';
import { codeSpan } from './code-span.js';
import { commentRows, objectiveRows, type CommentRow } from './comment-rows.js';
import { benchmarkTable, objectiveTable, projectTable } from './comment-tables.js';
import { fitBlocks, plainBlock, type Block } from './fit-blocks.js';
import { gateNextSteps } from './next-steps.js';
import { prose } from './prose.js';

/** Where a comment is shown. */
export interface CommentContext {
  /** The commit that was asked about, where it is another than the one checked out (forges check out a merge). */
  head: string | null;
  /** Of the run with the log and the artefacts; http(s). */
  runUrl: string | null;
  /** Measured, and handed over, by code that nobody with rights here has looked at: a fork's. */
  untrusted: boolean;
  /** ISO 8601; for the age of numbers that were not measured anew. null: only their day is told. */
  now: string | null;
}

/**
 * A forge refuses a comment of more than 65,536 characters (GitHub's documented limit; some count bytes). Below it there is room for the marker and for what a
 * forge adds; bytes of UTF-8.
 */
export const commentBudget = 60_000;

/** What is no row is always shown, so it must be short however long names are; code points. */
const longestNote = 240;

const emojis: Record<GateResult['summary']['status'], string> = { pass: '🟢', warn: '🟡', fail: '🔴' };

/** The pull request comment about a gate's result: verdict, what changed with both values, what to do; the rest folded away. Pure, at most `budget` bytes. */
export function renderGateComment(gate: GateResult, context: CommentContext, budget = commentBudget): string {
  const head = context.head ?? gate.commit.sha;
  const rows = commentRows(gate, head);
  const loud = rows.filter(({ isLoud }) => isLoud);
  const objectives = objectiveRows(gate);
  const shape = { withProject: gate.projects.filter(({ affected }) => affected !== false).length > 1, base: sameBase(gate), head };
  return fitBlocks(
    [
      plainBlock(`### ${emojis[gate.summary.status]} ${gateStatusLine(gate)}`),
      plainBlock(context.untrusted ? untrustedWarning : ''),
      plainBlock(introduction(gate, head)),
      benchmarkTable(loud, { ...shape, most: 50 }),
      objectiveTable(objectives, { ...shape, most: 20 }),
      claims(rows, shape.withProject),
      plainBlock(nextSteps(gate)),
      reasons([...loud, ...objectives, ...rows.filter(({ look }) => look === acceptedLook)], shape.withProject),
      folded(rows.filter(({ isLoud }) => !isLoud), shape),
      projectTable(gate),
      notAffected(gate, context.now),
      findings(gate),
      plainBlock(footer(gate, context)),
    ],
    budget,
  );
}

const untrustedWarning =
  '> [!WARNING]\n> Measured in an untrusted run: the change\'s own code made these numbers and handed them over, so it could have made them up. Read them as a hint, not as evidence.';

function introduction(gate: GateResult, head: string | null): string {
  const counted = quietWords(gate);
  const sentences = [againstText(gate, head), counted === '' ? '' : `${counted}.`];
  return sentences.filter((sentence) => sentence !== '').map(escapeMarkdown).join(' ');
}

/** The largest proven changes in words, with both values and the base's commit. */
function claims(rows: readonly CommentRow[], withProject: boolean): Block {
  const claimed = rows.filter(({ claim }) => claim !== null);
  const [worst] = claimed;
  const best = claimed.find(({ look }) => look === verdictLooks.improved);
  const told = [...new Set([worst, best])].flatMap((row) => row ?? []);
  const lines = told.map((row) => `- ${nameOf(row, withProject)}: **${row.claim?.words ?? ''}** (${escapeMarkdown(row.claim?.values ?? '')})`);
  return plainBlock(lines.join('\n'));
}

function nextSteps(gate: GateResult): string {
  const steps = gateNextSteps(gate);
  return steps.length === 0 ? '' : ['**What to do next**', '', ...steps.map((step) => `- ${step}`)].join('\n');
}

interface Noted {
  project: string;
  name: string;
  metric: string;
  note: string | null;
}

/** One line per reason, with the benchmarks that share it. */
function reasons(rows: readonly Noted[], withProject: boolean): Block {
  const named = new Map<string, string[]>();
  for (const row of rows) if (row.note !== null) named.set(row.note, [...(named.get(row.note) ?? []), nameOf(row, withProject)]);
  const lines = [...named].map(([note, names]) => `- ${listed(names)}: ${prose(note)}`);
  return details('Why', lines, { most: 50, what: 'reason' });
}

function nameOf({ project, name, metric }: Noted, withProject: boolean): string {
  if (name === '') return codeSpan(project);
  return [...(withProject ? [codeSpan(project)] : []), codeSpan(name), ...(metric === '' ? [] : [prose(metric)])].join(' ');
}

function listed(names: readonly string[]): string {
  const few = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${few} and ${names.length - 3} more` : few;
}

function folded(rows: readonly CommentRow[], shape: { withProject: boolean; base: string | null; head: string | null }): Block {
  const counts: Record<string, number> = {};
  for (const { look } of rows) counts[look.word] = (counts[look.word] ?? 0) + 1;
  const table = benchmarkTable(rows, { ...shape, most: 100 });
  const words = Object.entries(counts).map(([word, count]) => `${count} ${word}`).join(', ');
  return rows.length === 0 ? plainBlock('') : { ...table, before: `<details><summary>${words}</summary>\n\n${table.before}`, after: '\n</details>' };
}

/** Projects that the change does not reach: their last numbers stand. */
function notAffected(gate: GateResult, now: string | null): Block {
  const lines = notAffectedLines(gate, now).map(({ project, last }) => `- ${codeSpan(project)}: ${prose(last)}`);
  return details(`Not affected: ${plural(lines.length, 'project')}`, lines, { most: 100, what: 'project' });
}

function findings({ findings: all }: GateResult): Block {
  const counts: Record<string, number> = {};
  for (const { level } of all) counts[level] = (counts[level] ?? 0) + 1;
  const words = (['error', 'warning', 'note'] as const).flatMap((level) => (counts[level] === undefined ? [] : [plural(counts[level], level)]));
  const lines = all.map(({ level, code, what, fix, file }) => `- ${level} ${prose(code)}${file === undefined ? '' : ` in ${codeSpan(file)}`}: ${prose(what)} ${prose(fix)}`);
  return details(`Findings: ${words.join(', ')}`, lines, { most: 30, what: 'finding' });
}

function details(summary: string, lines: readonly string[], { most, what }: { most: number; what: string }): Block {
  if (lines.length === 0) return plainBlock('');
  return { before: `<details><summary>${summary}</summary>\n`, rows: lines, most, left: (count) => `… and ${plural(count, what)} more.`, after: '\n</details>' };
}

function footer(gate: GateResult, { runUrl }: CommentContext): string {
  const link = runUrl === null || !/^https?:\/\/[\w./:~?&=%+-]+$/u.test(runUrl) ? [] : [`[Log and artefacts of this run](${runUrl}) (\`gate.json\` has every row)`];
  return `<sub>${[...gateNotes(gate).map((note) => prose(note, longestNote)), ...link].join('<br>')}</sub>`;
}

import type { JudgedGate } from '../judge/index.js';
import { createFinding, type Comparison, type Finding } from '../model/index.js';
import { renderAllAnnotations } from './annotations.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import { renderFindings } from './findings-text.js';
import { notAffectedLines } from './gate-projects.js';
import { gateLines, gateNotes, gateStatusLine, quietWords, type GateLine } from './gate-words.js';
import { interleaveNotes } from './interleave-notes.js';
import { createPalette, type Paint, type Palette, type TextOptions } from './palette.js';
import { layoutTable, type Cell, type Column } from './table.js';
import { verdictLooks } from './verdict-look.js';

/** Nobody reads more of a log than this; the artefact has every row. */
const shownLines = 100;

const columnsOf: readonly Column[] = [
  { head: '', align: 'left' },
  { head: 'project', align: 'left', shrinks: true },
  { head: 'benchmark', align: 'left', shrinks: true },
  { head: 'base', align: 'right' },
  { head: 'head', align: 'right' },
  { head: 'change', align: 'right' },
  { head: 'worse by', align: 'right' },
  { head: 'verdict', align: 'left' },
];

const statusPaints: Record<JudgedGate['result']['summary']['status'], Paint> = { pass: 'green', warn: 'yellow', fail: 'red' };

/** Projects that were not affected, listed; the artefact has every one. */
const shownApart = 20;

/** `now`: ISO 8601, for ages. */
export interface GateTextOptions extends TextOptions {
  now?: string;
}

/** The gate's verdict as a terminal or a log shows it: one line, what changed worst first, the rest counted, findings, exit code. */
export function renderGateText(gate: JudgedGate, options: GateTextOptions): string {
  const { result } = gate;
  const paint = createPalette(options.color);
  const lines = gateLines(gate);
  const shown = lines.first(shownLines);
  const table = shown.length === 0 ? [] : ['', ...tableLines(shown, { columns: options.columns, paint })];
  const more = lines.count > shown.length ? [paint('dim', `… and ${lines.count - shown.length} more; .benchline/gate.json has every one.`)] : [];
  const quiet = quietWords(result);
  const findings = result.findings.length === 0 ? [] : ['', renderFindings(result.findings, options).trimEnd()];
  const notes = gateNotes(result).flatMap((note) => wrapWords(escapeTerminal(note), options.columns));
  const status = paint('bold', paint(statusPaints[result.summary.status], gateStatusLine(result)));
  return [status, ...table, ...more, ...(quiet === '' ? [] : [paint('dim', `=  ${quiet}`)]), ...apartLines(gate, options, paint), ...findings, '', ...notes, ''].join('\n');
}

function apartLines({ result }: JudgedGate, { columns, now }: GateTextOptions, paint: Palette): string[] {
  const all = notAffectedLines(result, now ?? null);
  const lines = all.slice(0, shownApart).flatMap(({ project, last }) => wrapWords(escapeTerminal(`${project}: ${last}`), columns - 3));
  const more = all.length > shownApart ? [`… and ${all.length - shownApart} more; .benchline/gate.json has every one.`] : [];
  return [...lines, ...more].map((line) => paint('dim', `   ${line}`));
}

function tableLines(lines: readonly GateLine[], medium: { columns: number; paint: Palette }): string[] {
  const [head = '', ...rows] = layoutTable(columnsOf, lines.map((line) => cellsOf(line, medium.paint)), medium.columns);
  return [medium.paint('dim', head), ...interleaveNotes(rows, lines.map(({ note }) => note), medium)];
}

function cellsOf({ look, project, name, base, head, change, interval }: GateLine, paint: Palette): Cell[] {
  const painted = (text: string): string => paint(look.paint, text);
  return [
    { text: look.symbol, paint: painted },
    ...[project, name, base, head].map((text) => ({ text: escapeTerminal(text) })),
    { text: change, paint: painted },
    { text: interval },
    { text: look.word, paint: painted },
  ];
}

/** Workflow commands of GitHub Actions for all projects together: what could not be used first, then each project's, those that fail before the others. */
export function renderGateAnnotations({ projects, result, accepted }: JudgedGate): string {
  const withoutAccepted = (comparison: Comparison): Comparison => (accepted.size === 0 ? comparison : { ...comparison, rows: comparison.rows.filter((row) => !accepted.has(row)) });
  const worstFirst = [...projects].sort((a, b) => order(a.verdict) - order(b.verdict));
  const absent = worstFirst.flatMap(absenceFindings);
  return renderAllAnnotations([...result.findings, ...absent], worstFirst.flatMap(({ comparison, slo }) => [...(comparison === null ? [] : [withoutAccepted(comparison)]), ...(slo === null ? [] : [slo])]));
}

/** What the policy lets pass is a warning. */
function absenceFindings({ project, absence, exitCode }: JudgedGate['projects'][number]): Finding[] {
  return absence === null ? [] : [{ ...createFinding('BNL040', { project, because: absence.charAt(0).toLowerCase() + absence.slice(1).replace(/\.$/, '') }), level: exitCode === 0 ? 'warning' : 'error' }];
}

function order(verdict: JudgedGate['projects'][number]['verdict']): number {
  return verdict === null ? verdictLooks.warn.order : verdictLooks[verdict].order;
}

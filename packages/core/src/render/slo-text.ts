import type { SloResult, SloRow } from '../model/index.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import { renderFindings } from './findings-text.js';
import { interleaveNotes } from './interleave-notes.js';
import { joinWithin } from './join-within.js';
import { originNotes } from './origin-words.js';
import { createPalette, type Palette, type TextOptions } from './palette.js';
import { createRowName } from './row-text.js';
import { sloCounts, sloNote, sloRowText, sloTitle } from './slo-words.js';
import { layoutTable, type Cell, type Column } from './table.js';
import { sloLooks, sortWorstFirst } from './verdict-look.js';

const columnsOfTable: readonly Column[] = [
  { head: '', align: 'left' },
  { head: 'benchmark', align: 'left', shrinks: true },
  { head: 'metric', align: 'left' },
  { head: 'observed', align: 'right' },
  { head: 'limit', align: 'right' },
  { head: 'margin', align: 'right' },
  { head: 'verdict', align: 'left' },
];

/** A report held against its objectives, worst first, as a terminal shows it. */
export function renderSloText(result: SloResult, options: TextOptions): string {
  const paint = createPalette(options.color);
  const rows = sortWorstFirst(result.objectives, sloLooks, (row) => -(row.margin?.percent ?? 0));
  const findings = result.findings.length === 0 ? [] : ['', renderFindings(result.findings, options).trimEnd()];
  const title = `${paint('bold', escapeTerminal(result.project))}: ${escapeTerminal(sloTitle(result))}`;
  const table = rows.length === 0 ? [] : ['', ...tableLines(result, rows, { columns: options.columns, paint })];
  return [title, ...table, ...findings, '', ...footerLines(result, options, paint), ''].join('\n');
}

function tableLines(result: SloResult, rows: readonly SloRow[], { columns, paint }: { columns: number; paint: Palette }): string[] {
  const nameOf = createRowName(rows);
  const texts = rows.map((row) => sloRowText(row, result.policy));
  const cells = rows.map((row, index): Cell[] => {
    const { symbol, word, paint: colour } = sloLooks[row.verdict];
    const painted = (text: string): string => paint(colour, text);
    const { observed = '', limit = '', margin = '', metric = '' } = texts[index] ?? {};
    const words = [nameOf(row), metric, observed, limit].map((text) => ({ text: escapeTerminal(text) }));
    return [{ text: symbol, paint: painted }, ...words, { text: margin, paint: painted }, { text: word, paint: painted }];
  });
  const [head = '', ...lines] = layoutTable(columnsOfTable, cells, columns);
  const notes = rows.map((row, index) => sloNote(row, texts[index] ?? { target: '', owners: '' }));
  return [paint('dim', head), ...interleaveNotes(lines, notes, { columns, paint })];
}

function footerLines(result: SloResult, { columns }: TextOptions, paint: Palette): string[] {
  const { exitCode } = result.summary;
  const counts = sloCounts(result).map(({ verdict, words }) => ({ text: words, paint: sloLooks[verdict].paint }));
  const hint = result.summary.counts.unknown > 0 ? ['Unknown: the objective matches nothing measured; correct its pattern or metric, or measure it.'] : [];
  const notes = [...hint, ...originNotes(result.origins)];
  return [
    ...(counts.length === 0 ? ['No objective was checked.'] : joinWithin(counts, columns, paint)),
    paint('bold', `Exit code ${exitCode}.`),
    ...notes.flatMap((note) => wrapWords(escapeTerminal(note), columns)).map((line) => paint('dim', line)),
  ];
}

import type { Comparison, ComparisonRow } from '../model/index.js';
import { evidenceNotes, exitReason, isItself, nextSteps, sidesText, subjectText, verdictCounts } from './comparison-words.js';
import { interleaveNotes } from './interleave-notes.js';
import { joinWithin } from './join-within.js';
import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import { renderFindings } from './findings-text.js';
import { createPalette, type Palette, type TextOptions } from './palette.js';
import { createRowName, geomeanText, metricText, rowNote, rowText } from './row-text.js';
import { layoutTable, type Cell, type Column } from './table.js';
import { verdictLooks } from './verdict-look.js';
import { selectRows } from './visible-rows.js';

export interface ComparisonTextOptions extends TextOptions {
  /** Every row, also the many unchanged ones. */
  all?: boolean;
}

/** The comparison as a terminal shows it: which commits, the rows worst first with reasons, counts, exit code, what to do. */
export function renderComparisonText(comparison: Comparison, options: ComparisonTextOptions): string {
  const paint = createPalette(options.color);
  const { shown, hidden } = selectRows(comparison.rows, options.all ?? false);
  const table = shown.length === 0 ? [] : ['', ...tableLines(comparison, shown, { columns: options.columns, paint })];
  const more = hidden.map(({ verdict, count }) => paint('dim', `${verdictLooks[verdict].symbol}  ${count} ${shown.some((row) => row.verdict === verdict) ? 'more ' : ''}${verdictLooks[verdict].word} (--all shows them)`));
  const findings = comparison.findings.length === 0 ? [] : ['', renderFindings(comparison.findings, options).trimEnd()];
  return [...titleLines(comparison, paint), ...table, ...more, ...findings, '', ...footerLines(comparison, options, paint), ''].join('\n');
}

function titleLines(comparison: Comparison, paint: Palette): string[] {
  const subject = subjectText(comparison);
  const title = `${paint('bold', escapeTerminal(comparison.project))}: ${escapeTerminal(sidesText(comparison))}`;
  return subject === null ? [title] : [title, paint('dim', escapeTerminal(subject))];
}

interface Medium {
  columns: number;
  paint: Palette;
}

function tableLines(comparison: Comparison, rows: readonly ComparisonRow[], medium: Medium): string[] {
  const usual = comparison.policy.statistic;
  const nameOf = createRowName(comparison.rows);
  const withMetric = new Set(comparison.rows.flatMap((row) => (row.metric === null ? [] : [metricText(row, usual)]))).size > 1;
  const columns = columnsOf(withMetric);
  const cells = rows.map((row) => cellsOf(row, [nameOf(row), ...(withMetric ? [metricText(row, usual)] : [])], medium.paint));
  const [head = '', ...lines] = layoutTable(columns, cells, medium.columns);
  return [medium.paint('dim', head), ...interleaveNotes(lines, rows.map(rowNote), medium)];
}

function columnsOf(withMetric: boolean): Column[] {
  return [
    { head: '', align: 'left' },
    { head: 'benchmark', align: 'left', shrinks: true },
    ...(withMetric ? [{ head: 'metric', align: 'left' } as const] : []),
    { head: 'base', align: 'right' },
    { head: 'head', align: 'right' },
    { head: 'change', align: 'right' },
    { head: 'verdict', align: 'left' },
  ];
}

/** `names` are the benchmark's and, where the table has that column, the metric's. */
function cellsOf(row: ComparisonRow, names: readonly string[], paint: Palette): Cell[] {
  const { symbol, word, paint: colour } = verdictLooks[row.verdict];
  const { base, head, change } = rowText(row);
  const painted = (text: string): string => paint(colour, text);
  return [
    { text: symbol, paint: painted },
    ...[...names, base, head].map((text) => ({ text: escapeTerminal(text) })),
    { text: change, paint: painted },
    { text: word, paint: painted },
  ];
}

function footerLines(comparison: Comparison, { columns }: TextOptions, paint: Palette): string[] {
  const counts = verdictCounts(comparison).map(({ verdict, words }) => ({ text: words, paint: verdictLooks[verdict].paint }));
  const geomean = geomeanText(comparison.summary.geomean);
  const reason = exitReason(comparison);
  const notes = [...evidenceNotes(comparison), ...nextSteps(comparison)].flatMap((note) => wrapWords(escapeTerminal(note), columns));
  return [
    ...(counts.length === 0 ? ['Nothing was compared.'] : joinWithin(counts, columns, paint)),
    ...(isItself(comparison) ? ['No evidence: the report was compared with itself.'] : []),
    ...(geomean === null ? [] : [paint('dim', geomean)]),
    paint('bold', reason === null ? 'Exit code 0.' : `Exit code ${comparison.summary.exitCode}: ${reason}.`),
    ...notes.map((line) => paint('dim', line)),
  ];
}

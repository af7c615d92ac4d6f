import Table from 'cli-table3';
import { displayWidth, fitMiddle } from './display-width.js';

export interface Column {
  head: string;
  align: 'left' | 'right';
  /** The one that is shortened when the table is too wide: names, never values. */
  shrinks?: boolean;
}

/** A cell's text, escaped; `paint` is laid over it after the layout. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

const gap = 2;
const narrowest = 12;
const noBorders = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'].map((name) => [name, '']),
);

/**
 * A table without borders that fits `columns` where names can give way; values are never cut.
 * A row may be followed by lines of its own (reasons), which take no part in the layout.
 */
export function layoutTable(columnsOf: readonly Column[], rows: readonly (readonly Cell[])[], columns: number): string[] {
  const widths = columnsOf.map(({ head }, index) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[index]?.text ?? ''))));
  const fitted = shrink(columnsOf, widths, columns);
  const table = new Table({
    chars: { ...noBorders, middle: ' '.repeat(gap) },
    colAligns: columnsOf.map(({ align }) => align),
    colWidths: fitted,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  table.push(columnsOf.map(({ head }) => head));
  for (const row of rows) table.push(columnsOf.map((_column, index) => paintCell(row[index], fitted[index] ?? 0)));
  return table.toString().split('\n').map((line) => line.trimEnd());
}

function paintCell(cell: Cell | undefined, width: number): string {
  const text = fitMiddle(cell?.text ?? '', width);
  return cell?.paint?.(text) ?? text;
}

function shrink(columnsOf: readonly Column[], widths: readonly number[], columns: number): number[] {
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  const excess = total - columns;
  return widths.map((width, index) => (columnsOf[index]?.shrinks === true && excess > 0 ? Math.max(Math.min(width, narrowest), width - excess) : width));
}

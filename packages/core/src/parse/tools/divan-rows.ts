/** Cells of the table beside the tree, as text; '' where a cell is empty. */
export interface DivanCells {
  fastest: string;
  slowest: string;
  median: string;
  mean: string;
  samples: string;
}

/** A line of divan's output. */
export type DivanRow =
  /** The first line of a tree: the crate, above the columns' names. */
  | { kind: 'root'; name: string }
  /** A node that others hang from, a benchmark with its numbers, or one that is left out. `depth` is 1 below the root. */
  | { kind: 'parent' | 'ignored'; depth: number; name: string }
  | { kind: 'benchmark'; depth: number; name: string; cells: DivanCells }
  /** A name without columns: divan prints it before it measures, and the rest of the row when it has. */
  | { kind: 'begun'; depth: number; name: string }
  /** A row that continues the benchmark above. */
  | { kind: 'more'; cells: DivanCells };

const heading = /^fastest +│ slowest +│ median +│ mean +│ samples │ iters$/;
const branch = /^((?:│ {2}| {3})*)[├╰]─ (.*)$/;
const duration = /^[\d.]+ (?:ps|ns|µs|ms|s|m|h|d)$/;

/** Reads one line of divan 0.1's tree; null: it is none. */
export function parseDivanRow(line: string): DivanRow | null {
  const columns = line.lastIndexOf('  fastest ');
  if (columns > 0 && heading.test(line.slice(columns + 2))) return { kind: 'root', name: line.slice(0, columns).trimEnd() };
  const [, stem, rest] = branch.exec(line) ?? [];
  if (stem !== undefined && rest !== undefined) return parseNode(stem.length / 3 + 1, rest);
  // Without what connects the tree: of a row that was cut off, its bars would stand for columns.
  const cells = line.replace(/^[│ ]*/, '').split('│').map((cell) => cell.trim());
  return cells.length < 6 ? null : { kind: 'more', cells: cellsOf(cells) };
}

/** Five columns behind the first; whatever else stands in the line is part of the name. */
function cellsOf(columns: readonly string[]): DivanCells {
  const [slowest = '', median = '', mean = '', samples = ''] = columns.slice(-5);
  return { fastest: columns.at(-6) ?? '', slowest, median, mean, samples };
}

function parseNode(depth: number, rest: string): DivanRow {
  const columns = rest.split('│');
  if (columns.length < 6) return { kind: 'begun', depth, name: firstPart(rest) };
  const { slowest, samples } = cellsOf(columns.map((cell) => cell.trim()));
  const named = columns.slice(0, -5).join('│').trimEnd();
  // Names may hold spaces, also several; what stands last behind at least two of them is the cell.
  const [, name, fastest] = /^(.*\S) {2,}(\(ignored\)|[\d.]+ \S+)$/.exec(named) ?? [];
  if (name === undefined || fastest === undefined) return { kind: slowest === '' ? 'parent' : 'begun', depth, name: slowest === '' ? named : firstPart(named) };
  if (fastest === '(ignored)') return { kind: 'ignored', depth, name };
  if (samples === '') return { kind: 'parent', depth, name: named };
  const cells = cellsOf(columns.map((cell) => cell.trim()));
  return duration.test(fastest) ? { kind: 'benchmark', depth, name, cells: { ...cells, fastest } } : { kind: 'begun', depth, name };
}

/** The best guess at a name that something else was printed behind. */
function firstPart(text: string): string {
  return text.trimEnd().split(/ {2,}/)[0] ?? '';
}

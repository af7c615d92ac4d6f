/** A line of Rust's test harness, as far as it tells of a benchmark. */
export type LibtestLine =
  /** A number; `name` is null where the line begins with it, torn from its name. */
  | { kind: 'number'; name: string | null; time: string; rate: string | undefined }
  /** A name, and something other than a number behind it. */
  | { kind: 'name'; name: string; rest: string }
  /** A number in a line that begins with something else. */
  | { kind: 'torn' }
  /** The end of a program: how many benchmarks it says that it measured. */
  | { kind: 'result'; measured: number };

const numbers = /^bench: +([\d,.]+) ns\/iter \(\+\/- [\d,.]+\)(?: = ([\d,]+) MB\/s)?$/;
const torn = /bench: +[\d,.]+ ns\/iter \(\+\/-/;
/** Progress of `--quiet` (i, ., F) may stand before. */
const start = /^[.iF]*test /;
const result = /^test result: .*; (\d{1,9}) measured\b/;

/** Reads one line; null: it tells nothing of a benchmark. */
export function parseLibtestLine(line: string): LibtestLine | null {
  const { name, rest } = splitLine(line);
  const [matched, time = '', rate] = numbers.exec(rest) ?? [];
  if (matched !== undefined) return { kind: 'number', name, time, rate };
  if (name !== null) return { kind: 'name', name, rest };
  if (torn.test(line)) return { kind: 'torn' };
  const measured = result.exec(line)?.[1];
  return measured === undefined ? null : { kind: 'result', measured: Number(measured) };
}

/** The name before "..." and what is behind it; without a name the whole line. */
function splitLine(line: string): { name: string | null; rest: string } {
  const [before] = start.exec(line) ?? [];
  const numbered = line.lastIndexOf(' ... bench: ');
  const at = numbered === -1 ? line.indexOf(' ... ') : numbered;
  return before === undefined || at < before.length ? { name: null, rest: line } : { name: line.slice(before.length, at).trimEnd(), rest: line.slice(at + 5) };
}

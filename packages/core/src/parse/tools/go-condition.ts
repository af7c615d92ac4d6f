/** A line `key: value` of the benchmark format: it holds for what follows, until the key stands again. An empty value ends it. */
export interface GoCondition {
  key: string;
  value: string;
}

/** What Go's own programs print in the form of such a line. */
const messages: ReadonlySet<string> = new Set(['go', 'coverage', 'testing', 'panic', 'signal', 'exit', 'error', 'warning']);

const longestKey = 256;

/**
 * Reads a line of configuration as golang.org/x/perf/benchfmt defines it: a key that begins with a small letter and has neither capitals
 * nor blanks, a colon, and a value behind at least one blank. null: it is none, or a message of the go command.
 */
export function parseCondition(line: string): GoCondition | null {
  const colon = line.indexOf(':');
  if (colon < 1 || colon > longestKey) return null;
  const after = line.charCodeAt(colon + 1);
  if (colon + 1 < line.length && after !== 32 && after !== 9) return null;
  const key = line.slice(0, colon);
  if (!/^\p{Ll}[^\s\p{Lu}]*$/u.test(key) || messages.has(key)) return null;
  return { key, value: line.slice(colon + 1).trim() };
}

import { endOfString } from './json-depth.js';

/**
 * The JSON value in a text that may have other lines before and behind it, as a program's standard output has: from where `start` matches, a
 * bracket, to the bracket that closes it. Lines before it are kept as empty ones, so that positions hold. The whole text where nothing matches.
 */
export function embeddedJson(text: string, start: RegExp): string {
  const from = start.exec(text)?.index;
  if (from === undefined) return text;
  const before = text.slice(0, from);
  const lines = before.split('\n');
  return '\n'.repeat(lines.length - 1) + ' '.repeat(lines.at(-1)?.length ?? 0) + text.slice(from, endOfValue(text, from));
}

/** Behind the bracket that closes the one at `start`; the text's end where none does. */
function endOfValue(text: string, start: number): number {
  const brackets = /["{}[\]]/g;
  brackets.lastIndex = start;
  let depth = 0;
  for (let found = brackets.exec(text); found !== null; found = brackets.exec(text)) {
    const [bracket] = found;
    if (bracket === '"') brackets.lastIndex = endOfString(text, found.index) + 1;
    else depth += bracket === '{' || bracket === '[' ? 1 : -1;
    if (depth === 0) return brackets.lastIndex;
  }
  return text.length;
}

import { wrapWords } from './display-width.js';
import { escapeTerminal } from './escape.js';
import type { Palette } from './palette.js';

const indent = '   ';

/** Sets each note below its line of a table. A note that several lines in a row share is said once, below the last of them. */
export function interleaveNotes(lines: readonly string[], notes: readonly (string | null)[], { columns, paint }: { columns: number; paint: Palette }): string[] {
  let alike = 0;
  return lines.flatMap((line, index) => {
    const note = notes[index] ?? null;
    alike += 1;
    if (note !== null && note === notes[index + 1]) return [line];
    const words = note === null ? [] : wrapWords(escapeTerminal(alike > 1 ? `The ${alike} above: ${note}` : note), columns - indent.length);
    alike = 0;
    return [line, ...words.map((part) => indent + paint('dim', part))];
  });
}

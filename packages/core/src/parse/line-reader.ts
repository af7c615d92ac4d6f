import type { Parsed, SourceFile } from './parsed.js';

/** Where a line stands. */
export interface LinePlace {
  file: string;
  /** From 1. */
  line: number;
  /** As SourceFile has it. */
  root?: string;
}

/** A line's place as findings give it. */
export function positionIn({ file, line }: LinePlace): { file: string; line: number } {
  return { file, line };
}

/** Reads a tool's output line by line; lines come without their ends, file by file in order. Used for one run of the tool. */
export interface LineReader {
  /** `unended`: no line feed stands behind it, so that the file may have been cut off in it. */
  line(text: string, place: LinePlace, unended?: boolean): void;
  /** After the last line of the last file. */
  end(): Parsed;
}

/** Reads files that are held whole by a reader of lines. */
export function parseLines(files: readonly SourceFile[], reader: LineReader): Parsed {
  for (const file of files) feedText(file, reader);
  return reader.end();
}

/** Gives a reader the lines of a file that is held whole. */
export function feedText({ path, text, root }: SourceFile, reader: LineReader): void {
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    line += 1;
    if (end !== -1 || start < stop) reader.line(withoutReturn(text.slice(start, stop)), placeOf(path, line, root), end === -1);
    start = stop + 1;
  }
}

/** Gives a reader the lines of a file as they come: what the file is when split at line feeds, in batches. */
export async function feedLines({ path, root }: Pick<SourceFile, 'path' | 'root'>, batches: AsyncIterable<readonly string[]>, reader: LineReader): Promise<void> {
  let line = 0;
  let held: string | null = null;
  for await (const batch of batches) {
    for (const text of batch) {
      if (held !== null) reader.line(withoutReturn(held), placeOf(path, line, root));
      held = text;
      line += 1;
    }
  }
  // Behind the last line feed there is no line.
  if (held !== null && held !== '') reader.line(withoutReturn(held), placeOf(path, line, root), true);
}

function placeOf(file: string, line: number, root: string | undefined): LinePlace {
  return root === undefined ? { file, line } : { file, line, root };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

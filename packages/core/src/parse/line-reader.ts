import type { Parsed, SourceFile } from './parsed.js';

/** Where a line stands. */
export interface LinePlace {
  file: string;
  /** From 1. */
  line: number;
  /** As SourceFile has it. */
  root?: string;
}

/** Reads a tool's output line by line; lines come without their ends, file by file in order. Used for one run of the tool. */
export interface LineReader {
  line(text: string, place: LinePlace): void;
  /** After the last line of the last file. */
  end(): Parsed;
}

/** Reads files that are held whole by a reader of lines. */
export function parseLines(files: readonly SourceFile[], reader: LineReader): Parsed {
  for (const { path, text, root } of files) {
    const from = root === undefined ? { file: path } : { file: path, root };
    let line = 0;
    for (let start = 0; start <= text.length; ) {
      const end = text.indexOf('\n', start);
      const stop = end === -1 ? text.length : end;
      line += 1;
      if (end !== -1 || start < stop) reader.line(withoutReturn(text.slice(start, stop)), { ...from, line });
      start = stop + 1;
    }
  }
  return reader.end();
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

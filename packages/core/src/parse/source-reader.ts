import type { Parsed, SourceFile } from './parsed.js';

/** Reads a tool's output file by file, so that not all of it need be held at once. Used for one run of the tool. */
export interface SourceReader {
  /** Told of every file, in any order; whether its text is wanted. */
  wants(path: string): boolean;
  /** A file that is wanted. */
  file(source: SourceFile): void;
  /** After the last file. */
  end(): Parsed;
}

/** Reads files that are all held by a reader of files. */
export function parseSources(files: readonly SourceFile[], reader: SourceReader): Parsed {
  for (const file of files) if (reader.wants(file.path)) reader.file(file);
  return reader.end();
}

import type { SourceFile } from '@benchline/core/parse';

/** A file of a tool's output that is still to be read. */
export interface UnreadFile extends Omit<SourceFile, 'text'> {
  /** Absolute. */
  from: string;
}

/** A file of a tool's output; a large one is left unread, for whoever knows whether it need be held whole. */
export type OutputFile = SourceFile | UnreadFile;

/** The file system. Paths are absolute. Every failure is a UserError (BNL008 missing, BNL012 beyond the limit, BNL015 the rest). */
export interface Files {
  exists(path: string): Promise<boolean>;
  /** Text of a file of at most `limitBytes` (default 64 MiB), UTF-8. */
  readText(path: string, limitBytes?: number): Promise<string>;
  readBytes(path: string, limitBytes?: number): Promise<Uint8Array>;
  /** Text of the first `bytes` of a file; a character that is cut through is U+FFFD. */
  readBeginning(path: string, bytes: number): Promise<string>;
  /** What `readText` would give, split at line feeds, in batches as they are read: never the whole file in memory. */
  readLines(path: string, limits?: LineLimits): AsyncIterable<readonly string[]>;
  /** Written to a temporary file beside it, fsynced, renamed: after a crash the old or the new content stands there whole. Makes parent folders. */
  writeAtomically(path: string, content: string | Uint8Array | Iterable<string> | Pieces): Promise<FileSum>;
  /** Written in its place and not synced: for a folder that counts only once it is renamed. Makes parent folders. */
  write(path: string, content: string | Pieces): Promise<FileSum>;
  /** Fails (false) if it exists already; otherwise as writeAtomically. */
  writeIfAbsent(path: string, content: string | Uint8Array): Promise<boolean>;
  /** Entries of a folder by name, sorted; [] if it does not exist. */
  list(path: string): Promise<(FolderEntry & { bytes: number; modifiedMs: number })[]>;
  /** As `list`, from the folder alone: nothing in it is looked at. */
  entries(path: string): Promise<FolderEntry[]>;
  makeFolder(path: string): Promise<void>;
  /** A new empty folder under the system's temporary folder. */
  makeTemporaryFolder(prefix: string): Promise<string>;
  /** Removes a file or a whole folder; nothing if it does not exist. Refuses the root, the home folder and anything above the working directory. */
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Copies a regular file and says what the copy holds. Makes parent folders. */
  copy(from: string, to: string): Promise<FileSum>;
  /** The path with every symbolic link resolved. */
  realPath(path: string): Promise<string>;
  /** SHA-256 of a file, `sha256:...`. */
  digest(path: string): Promise<FileSum>;
}

/** Content that is made while it is written. */
export type Pieces = AsyncIterable<string | Uint8Array>;

export interface FolderEntry {
  name: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** Size and SHA-256, `sha256:...`, of a file. */
export interface FileSum {
  bytes: number;
  digest: string;
}

/** How much is read line by line; beyond either it is BNL012. */
export interface LineLimits {
  /** Of the file; default 4 GiB. */
  bytes?: number;
  /** Of a line, in bytes; default 16 MiB. */
  line?: number;
}

export const defaultLineLimits: Required<LineLimits> = { bytes: 4 * 1024 ** 3, line: 16 * 1024 ** 2 };

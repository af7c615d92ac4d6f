/** The file system. Paths are absolute. Every failure is a UserError (BNL008 missing, BNL012 beyond the limit, BNL015 the rest). */
export interface Files {
  exists(path: string): Promise<boolean>;
  /** Text of a file of at most `limitBytes` (default 64 MiB), UTF-8. */
  readText(path: string, limitBytes?: number): Promise<string>;
  readBytes(path: string, limitBytes?: number): Promise<Uint8Array>;
  /** Written to a temporary file beside it, fsynced, renamed: after a crash the old or the new content stands there whole. Makes parent folders. */
  writeAtomically(path: string, content: string | Uint8Array | Iterable<string>): Promise<{ bytes: number; digest: string }>;
  /** Fails (false) if it exists already; otherwise as writeAtomically. */
  writeIfAbsent(path: string, content: string | Uint8Array): Promise<boolean>;
  /** Entries of a folder by name, sorted; [] if it does not exist. */
  list(path: string): Promise<{ name: string; kind: 'file' | 'folder' | 'link' | 'other'; bytes: number; modifiedMs: number }[]>;
  makeFolder(path: string): Promise<void>;
  /** A new empty folder under the system's temporary folder. */
  makeTemporaryFolder(prefix: string): Promise<string>;
  /** Removes a file or a whole folder; nothing if it does not exist. Refuses the root, the home folder and anything above the working directory. */
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** The path with every symbolic link resolved. */
  realPath(path: string): Promise<string>;
  /** SHA-256 of a file, `sha256:...`. */
  digest(path: string): Promise<{ bytes: number; digest: string }>;
}

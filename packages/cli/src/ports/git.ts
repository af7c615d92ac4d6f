import type { Commit } from '@benchline/core/model';

/** A file as a commit holds it. */
export interface CommittedFile {
  /** Relative to the repository's top, with slashes. */
  path: string;
  /** other: a submodule. */
  kind: 'file' | 'link' | 'other';
}

/** Questions to the repository's history. Where git or the repository is absent, `commit` says so with nulls and the rest is a UserError (BNL022). */
export interface Git {
  /** The commit checked out at a folder. `dirty` leaves the folder's ignored files out. */
  commit(folder: string): Promise<Commit>;
  /** The repository's top folder; null outside one. */
  top(folder: string): Promise<string | null>;
  /** SHA of a ref; null if there is none. */
  resolve(folder: string, ref: string): Promise<string | null>;
  mergeBase(folder: string, a: string, b: string): Promise<string | null>;
  isAncestor(folder: string, ancestor: string, descendant: string): Promise<boolean>;
  isShallow(folder: string): Promise<boolean>;
  /** The default branch's ref (origin/HEAD's target, else main or master); null if none can be told. */
  defaultBranch(folder: string): Promise<string | null>;
  hasSubmodules(folder: string): Promise<boolean>;
  userName(folder: string): Promise<string | null>;
  /** Uncommitted changes of tracked files as a commit object that nothing names (`git stash create`); null if there are none. Touches no file. */
  workingTreeCommit(folder: string): Promise<string | null>;
  /** Paths, relative to the repository's top with slashes, in which HEAD is not as that commit; null where git cannot tell. */
  changedSince(folder: string, sha: string): Promise<string[] | null>;
  /** Every file of a commit. Errors: BNL022. */
  listCommit(folder: string, sha: string): Promise<CommittedFile[]>;
  /** A file of a commit as text; `path` as `listCommit` gives it. Errors: BNL012 beyond the limit, BNL022. */
  readCommitted(file: { folder: string; sha: string; path: string }, limitBytes: number): Promise<string>;
  /** Absolute paths of every worktree of the repository. */
  worktrees(folder: string): Promise<string[]>;
  addWorktree(folder: string, path: string, ref: string): Promise<void>;
  removeWorktree(folder: string, path: string): Promise<void>;
}

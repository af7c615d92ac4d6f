import type { Commit } from '@benchline/core/model';
import type { Git } from '../ports/git.js';
import { userError } from '../user-error.js';

/** A repository as a test describes it. */
export interface FakeHistory {
  commit?: Partial<Commit>;
  /** null: no repository. */
  top?: string | null;
  defaultBranch?: string | null;
  /** Refs by name; commits resolve to themselves. */
  refs?: Readonly<Record<string, string>>;
  mergeBase?: string | null;
  /** Pairs `ancestor descendant`; default: every commit is an ancestor of every other. */
  ancestors?: readonly string[];
  shallow?: boolean;
  submodules?: boolean;
  userName?: string | null;
  workingTreeCommit?: string | null;
  /** What HEAD has changed since any other commit; default: nothing. */
  changed?: readonly string[];
  worktrees?: readonly string[];
  /** Files of commits, by SHA and by path from the repository's top. A value that begins with `-> ` is a link. */
  commits?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  onAddWorktree?: (path: string, ref: string) => void;
}

export const fakeSha = 'a'.repeat(40);

/** A repository in memory: a clean commit on main unless the test says otherwise. */
export function createFakeGit(history: FakeHistory, cwd: string): Git {
  const outside = history.top === null;
  const head: Commit = outside ? { sha: null, dirty: null, branch: null, mergeBase: null } : { sha: fakeSha, dirty: false, branch: 'main', mergeBase: fakeSha, ...history.commit };
  const resolve = (ref: string) => (outside ? null : history.refs?.[ref] ?? (ref === 'HEAD' || ref === history.defaultBranch || ref === 'main' ? head.sha : /^[0-9a-f]{40}$/.test(ref) ? ref : null));
  return {
    commit: async () => head,
    top: async () => (history.top === undefined ? cwd : history.top),
    resolve: async (_folder, ref) => resolve(ref),
    mergeBase: async () => (history.mergeBase === undefined ? head.mergeBase : history.mergeBase),
    isAncestor: async (_folder, ancestor, descendant) => history.ancestors?.includes(`${ancestor} ${descendant}`) ?? !outside,
    isShallow: async () => history.shallow ?? false,
    defaultBranch: async () => (outside ? null : history.defaultBranch === undefined ? 'main' : history.defaultBranch),
    hasSubmodules: async () => history.submodules ?? false,
    userName: async () => (history.userName === undefined ? 'Ada Example' : history.userName),
    workingTreeCommit: async () => history.workingTreeCommit ?? null,
    changedSince: async () => [...(history.changed ?? [])],
    listCommit: async (_folder, sha) => Object.entries(filesAt(history, sha)).map(([path, content]) => ({ path, kind: content.startsWith('-> ') ? 'link' : 'file' })),
    readCommitted: async ({ sha, path }, limitBytes) => {
      const content = filesAt(history, sha)[path]?.replace(/^-> /, '') ?? '';
      if (content.length > limitBytes) throw userError('BNL012', { limit: `${limitBytes} B`, found: 'more' });
      return content;
    },
    worktrees: async () => [...(history.worktrees ?? [cwd])],
    addWorktree: async (_folder, path, ref) => history.onAddWorktree?.(path, ref),
    removeWorktree: async () => undefined,
  };
}

/** The commit that is checked out holds nothing, unless the test says otherwise. */
function filesAt({ commits, commit }: FakeHistory, sha: string): Readonly<Record<string, string>> {
  const files = commits?.[sha] ?? (sha === (commit?.sha ?? fakeSha) ? {} : undefined);
  if (files === undefined) throw userError('BNL022', { problem: `git ls-tree failed: no commit ${sha}`, fix: 'Fetch it.' });
  return files;
}

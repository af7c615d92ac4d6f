import { createHash } from 'node:crypto';
import { posix, relative, sep } from 'node:path';
import type { Files, FolderEntry } from '../ports/files.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** Where a commit stands in for a folder of the disk. */
export interface CommitView {
  /** Absolute; what lies below it, or above it in the repository, is the commit's. */
  root: string;
  /** The folder relative to the repository's top, with slashes; '' is the top. */
  prefix: string;
  sha: string;
}

const defaultLimit = 64 * 1024 * 1024;
const mostLinks = 8;

/** The files of a commit, read through git: nothing of the working tree is seen. What lies outside the repository (a user's own profiles) is the disk's. Nothing can be written. */
export async function createCommitFiles({ files, git }: Pick<World, 'files' | 'git'>, { root, prefix, sha }: CommitView): Promise<Files> {
  const tree = indexTree(await git.listCommit(root, sha));
  const texts = new Map<string, Promise<string>>();
  const read = (path: string, limit: number): Promise<string> => {
    const known = texts.get(path) ?? git.readCommitted({ folder: root, sha, path }, limit);
    texts.set(path, known);
    return known;
  };
  const inside = (path: string): string | null => {
    const way = posix.join(prefix === '' ? '.' : prefix, relative(root, path).split(sep).join('/'));
    return way === '..' || way.startsWith('../') || posix.isAbsolute(way) ? null : way === '.' ? '' : way.replace(/\/$/, '');
  };
  const target = async (path: string, links = 0): Promise<string | null> => {
    const kind = tree.files.get(path);
    if (kind !== 'link') return kind === 'file' ? path : null;
    const next = posix.join(posix.dirname(path), await read(path, 4096));
    return links >= mostLinks || next.startsWith('../') || posix.isAbsolute(next) ? null : target(next, links + 1);
  };
  const textOf = async (path: string, limit = defaultLimit): Promise<string> => {
    const own = inside(path);
    if (own === null) return files.readText(path, limit);
    const found = await target(own);
    if (found === null) throw userError('BNL008', { path: `${own} at ${sha.slice(0, 7)}`, purpose: 'input' }, { file: path });
    return read(found, limit);
  };
  const entries = async (path: string): Promise<FolderEntry[]> => {
    const own = inside(path);
    return own === null ? files.entries(path) : (tree.folders.get(own) ?? []);
  };
  return {
    exists: async (path) => {
      const own = inside(path);
      if (own === null) return files.exists(path);
      return own === '.git' || tree.folders.has(own) || (await target(own)) !== null;
    },
    readText: textOf,
    readBytes: async (path, limit) => Buffer.from(await textOf(path, limit)),
    readBeginning: async (path, bytes) => Buffer.from(await textOf(path)).subarray(0, bytes).toString(),
    entries,
    list: async (path) => (await entries(path)).map((entry) => ({ ...entry, bytes: 0, modifiedMs: 0 })),
    realPath: async (path) => (inside(path) === null ? files.realPath(path) : path),
    digest: async (path) => {
      const bytes = Buffer.from(await textOf(path));
      return { bytes: bytes.byteLength, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
    },
    ...refusedWrites,
  };
}

const refuse = async (): Promise<never> => {
  throw new TypeError('A commit cannot be written to.');
};

const refusedWrites = {
  async *readLines(): AsyncGenerator<string[]> {
    await refuse();
  },
  writeAtomically: refuse, write: refuse, writeIfAbsent: refuse, makeFolder: refuse, makeTemporaryFolder: refuse, remove: refuse, rename: refuse, copy: refuse,
} satisfies Partial<Files>;

interface Tree {
  files: Map<string, FolderEntry['kind']>;
  /** Entries by folder; '' is the top. */
  folders: Map<string, FolderEntry[]>;
}

function indexTree(committed: readonly { path: string; kind: FolderEntry['kind'] }[]): Tree {
  const tree: Tree = { files: new Map(), folders: new Map([['', []]]) };
  const add = (path: string, kind: FolderEntry['kind']): void => {
    const parent = posix.dirname(path) === '.' ? '' : posix.dirname(path);
    if (!tree.folders.has(parent)) {
      tree.folders.set(parent, []);
      add(parent, 'folder');
    }
    tree.folders.get(parent)?.push({ name: posix.basename(path), kind });
  };
  for (const { path, kind } of committed) {
    tree.files.set(path, kind);
    add(path, kind);
  }
  for (const entries of tree.folders.values()) entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return tree;
}

/** The world as a commit has it: everything but the files is the real one. */
export async function worldAt(world: World, { root, sha }: { root: string; sha: string }): Promise<World> {
  const top = (await world.git.top(root)) ?? root;
  const prefix = relative(await world.files.realPath(top), await world.files.realPath(root)).split(sep).join('/');
  const files = await createCommitFiles(world, { root, prefix, sha });
  // Ports are made when they are first used: their getters are copied, not what they give.
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(world), files: { value: files, enumerable: true } }) as World;
}

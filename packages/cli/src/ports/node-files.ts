import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { access, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { UserError } from '../user-error.js';
import { defaultLineLimits, type Files, type FolderEntry, type LineLimits } from './files.js';
import { writeAtomically, writeIfAbsent, writePlain } from './files/atomic-write.js';
import { copyFile, digestFile } from './files/copy-file.js';
import { countRead } from './files/count-read.js';
import { fileFailure } from './files/file-failure.js';
import { giveWay } from './files/give-way.js';
import { readFirst, readLimited } from './files/limited-read.js';
import { makeFolder } from './files/make-folder.js';
import { readLines } from './files/read-lines.js';
import { checkRemovable } from './files/removal-guard.js';

const defaultLimit = 64 * 1024 * 1024;
const utf8 = new TextDecoder();

/** The real file system. */
export function createNodeFiles(workingDirectory: string): Files {
  const readBytes: Files['readBytes'] = (path, limit = defaultLimit) => attempt('read', path, async () => readLimited(path, limit));
  return {
    exists: (path) => access(path).then(() => true, () => false),
    readBytes,
    readText: async (path, limit) => utf8.decode(await readBytes(path, limit)),
    readBeginning: async (path, bytes) => utf8.decode(await attempt('read', path, async () => readFirst(path, bytes))),
    readLines: (path, limits) => linesOf(path, limits),
    writeAtomically: (path, content) => attempt('write', path, () => writeAtomically(path, content)),
    write: (path, content) => attempt('write', path, () => writePlain(path, content)),
    writeIfAbsent: (path, content) => attempt('write', path, () => writeIfAbsent(path, content)),
    list: (path) => attempt('list', path, async () => list(path)),
    entries: (path) => attempt('list', path, async () => inOrder(readFolder(path).map((entry) => ({ name: entry.name, kind: kindOf(entry) })))),
    makeFolder: (path) => attempt('make', path, () => makeFolder(path)),
    makeTemporaryFolder: (prefix) => attempt('make', tmpdir(), async () => mkdtemp(join(await realpath(tmpdir()), prefix))),
    remove: (path) => attempt('remove', path, () => remove(path, workingDirectory)),
    rename: (from, to) => attempt('rename', from, async () => { await makeFolder(dirname(to)); await rename(from, to); }),
    copy: (from, to) => attempt('copy', from, () => copyFile(from, to)),
    realPath: (path) => attempt('resolve', path, () => realpath(path)),
    digest: (path) => attempt('read', path, () => digestFile(path)),
  };
}

async function attempt<T>(operation: string, path: string, work: () => Promise<T>): Promise<T> {
  if (!isAbsolute(path)) throw new TypeError(`Not an absolute path: ${path}`);
  await giveWay();
  try {
    return await work();
  } catch (cause) {
    throw failure(operation, path, cause);
  }
}

function failure(operation: string, path: string, cause: unknown): UserError {
  return cause instanceof UserError ? cause : fileFailure(operation, path, cause);
}

async function* linesOf(path: string, limits: LineLimits | undefined): AsyncGenerator<string[]> {
  const batches = readLines(path, { ...defaultLineLimits, ...limits });
  const next = (): Promise<IteratorResult<string[]>> => attempt('read', path, async () => batches.next());
  try {
    for (let batch = await next(); batch.done !== true; batch = await next()) yield batch.value;
  } finally {
    batches.return(undefined);
  }
}

function list(path: string): Awaited<ReturnType<Files['list']>> {
  const rows = readFolder(path).flatMap((entry) => {
    const stat = statOf(join(path, entry.name));
    return stat === null ? [] : [{ name: entry.name, kind: kindOf(entry), bytes: stat.size, modifiedMs: stat.mtimeMs }];
  });
  return inOrder(rows);
}

function statOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** About what an entry takes in memory. */
const entryBytes = 512;

function readFolder(path: string): Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    countRead(entries.length * entryBytes);
    return entries;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

function inOrder<T extends FolderEntry>(entries: T[]): T[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

async function remove(path: string, workingDirectory: string): Promise<void> {
  checkRemovable(path, workingDirectory);
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

import { createHash } from 'node:crypto';
import { access, copyFile, lstat, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Dirent } from 'node:fs';
import { UserError } from '../user-error.js';
import type { Files } from './files.js';
import { writeAtomically, writeIfAbsent } from './files/atomic-write.js';
import { fileFailure } from './files/file-failure.js';
import { openRegular, readLimited } from './files/limited-read.js';
import { makeFolder } from './files/make-folder.js';
import { checkRemovable } from './files/removal-guard.js';

const defaultLimit = 64 * 1024 * 1024;

/** The real file system. */
export function createNodeFiles(workingDirectory: string): Files {
  const readBytes: Files['readBytes'] = (path, limit = defaultLimit) => attempt('read', path, () => readLimited(path, limit));
  return {
    exists: (path) => access(path).then(() => true, () => false),
    readBytes,
    readText: async (path, limit) => new TextDecoder().decode(await readBytes(path, limit)),
    writeAtomically: (path, content) => attempt('write', path, () => writeAtomically(path, content)),
    writeIfAbsent: (path, content) => attempt('write', path, () => writeIfAbsent(path, content)),
    list: (path) => attempt('list', path, () => list(path)),
    makeFolder: (path) => attempt('make', path, () => makeFolder(path)),
    makeTemporaryFolder: (prefix) => attempt('make', tmpdir(), async () => mkdtemp(join(await realpath(tmpdir()), prefix))),
    remove: (path) => attempt('remove', path, () => remove(path, workingDirectory)),
    rename: (from, to) => attempt('rename', from, async () => { await makeFolder(dirname(to)); await rename(from, to); }),
    copy: (from, to) => attempt('copy', from, async () => { await makeFolder(dirname(to)); await copyFile(from, to); }),
    realPath: (path) => attempt('resolve', path, () => realpath(path)),
    digest: (path) => attempt('read', path, () => digest(path)),
  };
}

async function attempt<T>(operation: string, path: string, work: () => Promise<T>): Promise<T> {
  if (!isAbsolute(path)) throw new TypeError(`Not an absolute path: ${path}`);
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof UserError ? cause : fileFailure(operation, path, cause);
  }
}

async function list(path: string): ReturnType<Files['list']> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  const rows = await Promise.all(entries.map(async (entry) => {
    const stat = await lstat(join(path, entry.name)).catch(() => null);
    return stat === null ? [] : [{ name: entry.name, kind: kindOf(entry), bytes: stat.size, modifiedMs: stat.mtimeMs }];
  }));
  return rows.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(entry: Dirent): 'file' | 'folder' | 'link' | 'other' {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

async function remove(path: string, workingDirectory: string): Promise<void> {
  checkRemovable(path, workingDirectory);
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

async function digest(path: string): Promise<{ bytes: number; digest: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await openRegular(path);
  for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, digest: `sha256:${hash.digest('hex')}` };
}

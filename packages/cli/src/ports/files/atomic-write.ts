import { createHash } from 'node:crypto';
import { link, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileSum, Pieces } from '../files.js';
import { makeFolder } from './make-folder.js';
import { sweepTemporaryFiles, temporaryName } from './temporary-name.js';

export type Content = string | Uint8Array | Iterable<string> | Pieces;

/** Characters gathered before they are encoded and written. */
const chunkLength = 64 * 1024;

/** Writes to a temporary file beside `path`, fsyncs, renames, fsyncs the folder. */
export async function writeAtomically(path: string, content: Content): Promise<FileSum> {
  const temporary = await prepare(path);
  return withTemporary(temporary, async () => {
    const written = await writeSynced(temporary, content);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return written;
  });
}

/** Writes in place, without a thought for a crash. */
export async function writePlain(path: string, content: string | Pieces): Promise<FileSum> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  try {
    return await writeChunks(file, content);
  } finally {
    await file.close();
  }
}

/** As writeAtomically, but false if `path` exists: a hard link never replaces. */
export async function writeIfAbsent(path: string, content: string | Uint8Array): Promise<boolean> {
  const temporary = await prepare(path);
  return withTemporary(temporary, async () => {
    await writeSynced(temporary, content);
    try {
      await link(temporary, path);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw cause;
    }
    await syncFolder(dirname(path));
    return true;
  });
}

async function prepare(path: string): Promise<string> {
  await makeFolder(dirname(path));
  await sweepTemporaryFiles(path);
  return temporaryName(path);
}

async function withTemporary<T>(temporary: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

async function writeSynced(path: string, content: Content): Promise<FileSum> {
  const file = await open(path, 'wx');
  try {
    const written = await writeChunks(file, content);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function writeChunks(file: FileHandle, content: Content): Promise<FileSum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of typeof content === 'object' && Symbol.asyncIterator in content ? encoded(content) : chunksOf(content)) {
    hash.update(chunk);
    await file.appendFile(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, digest: `sha256:${hash.digest('hex')}` };
}

async function* encoded(pieces: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

function* chunksOf(content: string | Uint8Array | Iterable<string>): Generator<Uint8Array> {
  if (content instanceof Uint8Array) return yield content;
  if (typeof content === 'string') return yield Buffer.from(content);
  let gathered = '';
  for (const part of content) {
    gathered += part;
    if (gathered.length < chunkLength) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  yield Buffer.from(gathered);
}

/** Makes the rename itself durable. Windows cannot open a folder; there the rename is all that can be had. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

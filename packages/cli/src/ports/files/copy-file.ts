import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, write } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { FileSum } from '../files.js';
import { giveWay } from './give-way.js';
import { openRegular, type OpenFile } from './limited-read.js';
import { makeFolder } from './make-folder.js';

const chunkBytes = 1024 * 1024;

/** Copies a regular file with its mode, and sums up what the copy holds. */
export async function copyFile(from: string, to: string): Promise<FileSum> {
  const source = openRegular(from);
  try {
    await makeParent(to);
    const target = openSync(to, 'w', source.mode & 0o777);
    try {
      return await sumUp(source, (chunk) => writeWhole(target, chunk));
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source.descriptor);
  }
}

/** Size and digest of a regular file. */
export async function digestFile(path: string): Promise<FileSum> {
  const file = openRegular(path);
  try {
    return await sumUp(file, () => undefined);
  } finally {
    closeSync(file.descriptor);
  }
}

/** Size and digest of what is left to read of a file; each piece of it is given to `use`, which may take its time: the next one is read and summed up meanwhile. */
async function sumUp({ descriptor, bytes: expected }: OpenFile, use: (chunk: Uint8Array) => Promise<void> | void): Promise<FileSum> {
  const hash = createHash('sha256');
  const size = Math.min(chunkBytes, Math.max(expected, 4096));
  let [buffer, other] = [Buffer.allocUnsafe(size), expected > size ? Buffer.allocUnsafe(size) : null];
  let using: Promise<void> | void = undefined;
  let bytes = 0;
  for (let length = 0; (length = readSync(descriptor, buffer, 0, buffer.byteLength, null)) > 0; ) {
    const chunk = buffer.subarray(0, length);
    hash.update(chunk);
    await using;
    using = use(chunk);
    bytes += length;
    if (other === null) await using;
    else [buffer, other] = [other, buffer];
    await giveWay();
  }
  await using;
  return { bytes, digest: `sha256:${hash.digest('hex')}` };
}

const writePart = promisify(write);

/** By a thread of the pool: a large file is written while others do their work. */
async function writeWhole(descriptor: number, chunk: Uint8Array): Promise<void> {
  for (let start = 0; start < chunk.byteLength; ) start += (await writePart(descriptor, chunk, start)).bytesWritten;
}

/** At once where that is possible; what stands in the way is told by makeFolder. */
async function makeParent(path: string): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    await makeFolder(dirname(path));
  }
}

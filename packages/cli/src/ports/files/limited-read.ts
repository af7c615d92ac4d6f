import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createFinding } from '@benchline/core/model';
import { UserError, userError } from '../../user-error.js';

/** Without waiting: a named pipe that nobody writes to must not hold a run for ever. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a regular file to read; anything else is refused before a byte is read. */
export async function openRegular(path: string): Promise<FileHandle> {
  const file = await open(path, readWithoutWaiting);
  const stat = await file.stat();
  if (stat.isFile()) return file;
  await file.close();
  throw notAFile(path, stat.isDirectory());
}

/** Bytes of a regular file, refused by its size before anything is read. */
export async function readLimited(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await openRegular(path);
  try {
    const stat = await file.stat();
    if (stat.size > limitBytes) throw tooLarge(path, limitBytes, stat.size);
    const bytes = await file.readFile();
    if (bytes.byteLength > limitBytes) throw tooLarge(path, limitBytes, bytes.byteLength);
    return bytes;
  } finally {
    await file.close();
  }
}

/** The wrong thing was named, which is not the file system's failure: exit code 2. */
function notAFile(path: string, folder: boolean): Error {
  return new UserError([createFinding('BNL015', { operation: 'read', path, problem: folder ? 'it is a folder' : 'it is not a regular file' }, { file: path })], 2);
}

function tooLarge(path: string, limit: number, found: number): Error {
  return userError('BNL012', { limit: inMebibytes(limit), found: inMebibytes(found) }, { file: path });
}

function inMebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} B` : `${Number((bytes / 1024 / 1024).toFixed(1))} MiB`;
}

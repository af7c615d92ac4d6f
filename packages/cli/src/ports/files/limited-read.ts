import { open } from 'node:fs/promises';
import { userError } from '../../user-error.js';

/** Bytes of a regular file, refused by its size before anything is read. */
export async function readLimited(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw notAFile(path, stat.isDirectory());
    if (stat.size > limitBytes) throw tooLarge(path, limitBytes, stat.size);
    const bytes = await file.readFile();
    if (bytes.byteLength > limitBytes) throw tooLarge(path, limitBytes, bytes.byteLength);
    return bytes;
  } finally {
    await file.close();
  }
}

function notAFile(path: string, folder: boolean): Error {
  return userError('BNL015', { operation: 'read', path, problem: folder ? 'it is a folder' : 'it is not a regular file' }, { file: path });
}

function tooLarge(path: string, limit: number, found: number): Error {
  return userError('BNL012', { limit: inMebibytes(limit), found: inMebibytes(found) }, { file: path });
}

function inMebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} B` : `${Number((bytes / 1024 / 1024).toFixed(1))} MiB`;
}

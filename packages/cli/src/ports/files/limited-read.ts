import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createFinding } from '@benchline/core/model';
import { UserError, userError } from '../../user-error.js';
import { countRead } from './count-read.js';

/* A small file is read in a tenth of the time when nobody waits for another thread, and a tool's output may be tens of thousands of them. */

/** Without waiting: a named pipe that nobody writes to must not hold a run for ever. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A regular file that is open. */
export interface OpenFile {
  descriptor: number;
  bytes: number;
  mode: number;
}

/** Opens a regular file, gives it to `read`, and closes it; anything else is refused before a byte is read. */
export function withRegular<T>(path: string, read: (file: OpenFile) => T): T {
  const file = openRegular(path);
  try {
    return read(file);
  } finally {
    closeSync(file.descriptor);
  }
}

/** Whoever opens it closes it. */
export function openRegular(path: string): OpenFile {
  const descriptor = openSync(path, readWithoutWaiting);
  const stat = fstatSync(descriptor);
  if (stat.isFile()) return { descriptor, bytes: stat.size, mode: stat.mode };
  closeSync(descriptor);
  throw notAFile(path, stat.isDirectory());
}

/** Bytes of a regular file, refused by its size before anything is read. */
export function readLimited(path: string, limitBytes: number): Uint8Array {
  return withRegular(path, ({ descriptor, bytes: size }) => {
    if (size > limitBytes) throw tooLarge(path, limitBytes, size);
    const bytes = size > 0 && size <= wholeBytes ? readWhole(descriptor, size) : readFileSync(descriptor);
    if (bytes.byteLength > limitBytes) throw tooLarge(path, limitBytes, bytes.byteLength);
    countRead(bytes.byteLength);
    return bytes;
  });
}

/** A file up to this size is asked for with one byte more than it should have: when they do not come, that was all, and nothing need be asked twice. */
const wholeBytes = 64 * 1024;
const scratch = Buffer.allocUnsafe(wholeBytes + 1);

function readWhole(descriptor: number, size: number): Uint8Array {
  const length = readSync(descriptor, scratch, 0, size + 1, 0);
  // It has changed since: read as Node reads.
  return length === size ? Buffer.from(scratch.subarray(0, length)) : readFileSync(descriptor);
}

/** The first bytes of a regular file, all of them where it has no more. */
export function readFirst(path: string, most: number): Uint8Array {
  return withRegular(path, ({ descriptor, bytes }) => {
    const buffer = Buffer.allocUnsafe(Math.min(most, Math.max(bytes, 1)));
    return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.byteLength, 0));
  });
}

/** The wrong thing was named, which is not the file system's failure: exit code 2. */
function notAFile(path: string, folder: boolean): Error {
  return new UserError([createFinding('BNL015', { operation: 'read', path, problem: folder ? 'it is a folder' : 'it is not a regular file' }, { file: path })], 2);
}

export function tooLarge(path: string, limit: number, found: number): Error {
  return userError('BNL012', { limit: inMebibytes(limit), found: inMebibytes(found) }, { file: path });
}

export function inMebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} B` : `${Number((bytes / 1024 / 1024).toFixed(1))} MiB`;
}

import { closeSync, readSync } from 'node:fs';
import { userError } from '../../user-error.js';
import type { LineLimits } from '../files.js';
import { countRead } from './count-read.js';
import { inMebibytes, openRegular, tooLarge } from './limited-read.js';

const lineFeed = 0x0a;
const chunkBytes = 256 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a file, split at line feeds, those of one chunk at a time. Every line is a text of its own: one that is kept does not keep its chunk. */
export function* readLines(path: string, limits: Required<LineLimits>): Generator<string[]> {
  const file = openRegular(path);
  try {
    if (file.bytes > limits.bytes) throw tooLarge(path, limits.bytes, file.bytes);
    yield* splitChunks(file.descriptor, path, limits);
  } finally {
    closeSync(file.descriptor);
  }
}

function* splitChunks(descriptor: number, path: string, limits: Required<LineLimits>): Generator<string[]> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let open: Buffer[] = [];
  let openBytes = 0;
  for (let total = 0, length = 0; (length = readSync(descriptor, buffer, 0, chunkBytes, null)) > 0; ) {
    const start = total === 0 && buffer.subarray(0, length).indexOf(byteOrderMark) === 0 ? byteOrderMark.byteLength : 0;
    total += length;
    countRead(length);
    if (total > limits.bytes) throw tooLarge(path, limits.bytes, total);
    const { lines, rest } = splitChunk(buffer.subarray(start, length), open);
    if (lines.length > 0) [open, openBytes] = [[], 0];
    openBytes += rest.byteLength;
    if (openBytes > limits.line) throw userError('BNL012', { limit: `${inMebibytes(limits.line)} a line`, found: 'more' }, { file: path });
    // A copy: the buffer is filled anew.
    if (rest.byteLength > 0) open.push(Buffer.from(rest));
    if (lines.length > 0) yield lines;
  }
  yield [Buffer.concat(open).toString('utf8')];
}

/** The lines that end in a chunk, the first one begun by what was open; and what ends later. */
function splitChunk(chunk: Buffer, open: readonly Buffer[]): { lines: string[]; rest: Buffer } {
  const lines: string[] = [];
  let start = 0;
  for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
    lines.push(start === 0 && open.length > 0 ? Buffer.concat([...open, chunk.subarray(0, end)]).toString('utf8') : chunk.toString('utf8', start, end));
    start = end + 1;
  }
  return { lines, rest: chunk.subarray(start) };
}

import type { SourceFile } from './parsed.js';

/** How much of a file is looked at to tell which tool wrote it; so a broken file is still known, and then told to be broken. */
const lookedAt = 16_384;

/** Whether there are files and each begins like this. */
export function looksLike(beginning: RegExp): (files: readonly SourceFile[]) => boolean {
  return (files) => files.length > 0 && files.every(({ text }) => beginning.test(text.slice(0, lookedAt)));
}

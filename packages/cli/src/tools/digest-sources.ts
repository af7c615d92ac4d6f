import { createHash } from 'node:crypto';
import type { Digest } from '@benchline/core/model';
import type { Files } from '../ports/files.js';

/** A source file: what it is called wherever the project lies, and its absolute path. */
export interface SourcePlace {
  path: string;
  absolute: string;
}

/** SHA-256 of a text file with the line ends of Unix, so that a checkout's settings do not matter; null: it cannot be read. */
export async function digestSource(files: Files, absolute: string): Promise<Digest | null> {
  const text = await files.readText(absolute).catch(() => null);
  return text === null ? null : digestOf(text.replaceAll('\r\n', '\n'));
}

/** One digest over several files: of the list of their digests and paths, in order of path. null: there is none, or one cannot be read. */
export async function digestSources(files: Files, places: readonly SourcePlace[]): Promise<Digest | null> {
  const lines: string[] = [];
  for (const { path, absolute } of [...places].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const digest = await digestSource(files, absolute);
    if (digest === null) return null;
    lines.push(`${digest}  ${path}\n`);
  }
  return lines.length === 0 ? null : digestOf(lines.join(''));
}

function digestOf(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

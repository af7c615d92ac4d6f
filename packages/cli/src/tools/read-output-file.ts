import { basename, dirname } from 'node:path';
import type { SourceFile } from '@benchline/core/parse';
import type { Files } from '../ports/files.js';
import type { OutputFile } from './output-file.js';

/** A larger file is left unread: its tool's adapter may be able to read it line by line. */
const smallBytes = 4 * 1024 * 1024;

/** The file as a tool left it; nothing where the tool wrote none. */
export async function readOutputFile(files: Files, path: string, shown: string): Promise<SourceFile[]> {
  return (await files.exists(path)) ? [{ path: shown, text: await files.readText(path) }] : [];
}

/** As readOutputFile, but a large file is only found. */
export async function findOutputFile(files: Files, path: string, shown: string): Promise<OutputFile[]> {
  const entry = (await files.list(dirname(path))).find(({ name }) => name === basename(path));
  return entry !== undefined && entry.bytes > smallBytes ? [{ path: shown, from: path }] : readOutputFile(files, path, shown);
}

import type { SourceFile } from '@benchline/core/parse';
import type { Files } from '../ports/files.js';

/** The file as a tool left it; nothing where the tool wrote none. */
export async function readOutputFile(files: Files, path: string, shown: string): Promise<SourceFile[]> {
  return (await files.exists(path)) ? [{ path: shown, text: await files.readText(path) }] : [];
}

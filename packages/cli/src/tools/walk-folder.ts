import { join, sep } from 'node:path';
import type { Files } from '../ports/files.js';

export interface FoundFile {
  /** Relative to the folder walked, with slashes. */
  path: string;
  absolute: string;
}

const deepest = 32;

/** Every plain file under a folder in order of path; links are not followed. `enters` may refuse a folder by its relative path. */
export async function* walkFolder(files: Files, folder: string, enters: (path: string) => boolean = () => true): AsyncGenerator<FoundFile> {
  const open: { path: string; depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, depth } = next;
    const below: { path: string; depth: number }[] = [];
    const here = join(folder, path);
    for (const entry of await files.entries(here)) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.kind === 'file') yield { path: inside, absolute: here.endsWith(sep) ? here + entry.name : here + sep + entry.name };
      else if (entry.kind === 'folder' && depth < deepest && enters(inside)) below.push({ path: inside, depth: depth + 1 });
    }
    open.push(...below.reverse());
  }
}

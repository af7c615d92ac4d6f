import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { userError } from '../../user-error.js';

/** Refuses to remove the root, the home folder, the working directory, and whatever holds one of them. */
export function checkRemovable(path: string, workingDirectory: string): void {
  const real = realOf(path);
  const kept = [parse(real).root, homedir(), workingDirectory].map(realOf);
  if (kept.some((folder) => holds(real, folder))) {
    throw userError('BNL015', { operation: 'remove', path, problem: 'it holds the working directory, the home folder or the whole disk' }, { file: path });
  }
}

function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

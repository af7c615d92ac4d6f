import { posix } from 'node:path';
import { localDependencies } from './cargo-paths.js';

/**
 * The folders of the crates that a crate is built from, itself left out: its path dependencies and theirs, relative to the workspace, sorted.
 * A changed dependency then changes the measurement's key, also where the dependency is no Nx project. `read` gives a file's text, null if there is none.
 */
export function crateClosure(crate: string, read: (path: string) => string | null): string[] {
  const inherited = inheritedPaths(read);
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    if (seen.has(folder) || folder.split('/')[0] === '..') return;
    seen.add(folder);
    for (const dependency of localDependencies(read(posix.join(folder, 'Cargo.toml')) ?? '')) {
      const path = 'path' in dependency ? posix.join(folder, dependency.path) : inherited.get(dependency.name);
      if (path !== undefined) visit(posix.join(path, '.'));
    }
  };
  visit(crate);
  seen.delete(crate);
  return [...seen].sort();
}

/** `[workspace.dependencies]` of the Cargo workspace, which is looked for where the Nx workspace is. */
function inheritedPaths(read: (path: string) => string | null): Map<string, string> {
  return new Map(localDependencies(read('Cargo.toml') ?? '').flatMap((dependency) => ('path' in dependency ? [[dependency.name, dependency.path]] : [])));
}

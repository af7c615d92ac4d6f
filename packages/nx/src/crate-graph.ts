import { posix } from 'node:path';
import { localDependencies, type LocalDependency } from './cargo-paths.js';

/** The crates of one workspace; each manifest is read once, however many crates depend on it. */
export class CrateGraph {
  readonly #dependencies = new Map<string, LocalDependency[]>();

  /** `read` gives a file's text by its path relative to the workspace, null if there is none. */
  constructor(private readonly read: (path: string) => string | null) {}

  /**
   * The folders of the crates that a crate is built from, itself left out: its path dependencies and theirs, relative to the workspace, sorted.
   * A changed dependency then changes the measurement's key, also where the dependency is no Nx project.
   */
  closure(crate: string): string[] {
    const seen = new Set<string>();
    const open = [crate];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      if (seen.has(folder) || folder.split('/')[0] === '..') continue;
      seen.add(folder);
      open.push(...this.#built(folder));
    }
    seen.delete(crate);
    return [...seen].sort();
  }

  /** The folders of the crates that stand in a crate's manifest. */
  #built(folder: string): string[] {
    return this.#localDependencies(folder).flatMap((dependency) => {
      if ('path' in dependency) return [posix.join(folder, dependency.path, '.')];
      // `workspace = true`: the Cargo workspace is looked for where the Nx workspace is.
      const inherited = this.#localDependencies('.').find(({ name }) => name === dependency.name);
      return inherited !== undefined && 'path' in inherited ? [posix.join(inherited.path, '.')] : [];
    });
  }

  #localDependencies(folder: string): LocalDependency[] {
    const known = this.#dependencies.get(folder) ?? localDependencies(this.read(posix.join(folder, 'Cargo.toml')) ?? '');
    this.#dependencies.set(folder, known);
    return known;
  }
}

/** A dependency on a crate in this repository, as a Cargo.toml writes it. */
export type LocalDependency = { name: string; path: string } | { name: string; inherited: true };

const dependencyTable = /(?:^|\.)(?:dev-|build-)?dependencies$/;
const oneDependency = /(?:^|\.)(?:dev-|build-)?dependencies\.(?:"([^"]+)"|([\w-]+))$/;

/**
 * The dependencies of a Cargo.toml that lie in the repository, found without running cargo: lines with `path` or `workspace = true`
 * in its tables of dependencies. (In TOML an inline table stands on one line.)
 */
export function localDependencies(manifest: string): LocalDependency[] {
  let table = '';
  return manifest.split(/\r?\n/).flatMap((line) => {
    const header = /^\s*\[+([^\]]+)\]+/.exec(line);
    if (header !== null) {
      table = header[1]!.trim();
      return [];
    }
    const named = oneDependency.exec(table);
    if (named !== null) return dependency(named[1] ?? named[2]!, line);
    const entry = dependencyTable.test(table) ? /^\s*"?([\w-]+)"?\s*[.=](.*)$/.exec(line) : null;
    return entry === null ? [] : dependency(entry[1]!, entry[2]!);
  });
}

function dependency(name: string, written: string): LocalDependency[] {
  const path = /(?:^|[\s{,.])path\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(written);
  if (path !== null) return [{ name, path: path[1] ?? path[2]! }];
  return /(?:^|[\s{,.])workspace\s*=\s*true/.test(written) ? [{ name, inherited: true }] : [];
}

import { CrateGraph } from './crate-graph.js';
import { localDependencies } from './cargo-paths.js';

test.each([
  ['[dependencies]\nbytes = { path = "../bytes", version = "1" }', [{ name: 'bytes', path: '../bytes' }]],
  ["[dev-dependencies]\nbytes = { version = \"1\", path='../bytes' } # why", [{ name: 'bytes', path: '../bytes' }]],
  ['[dependencies.bytes]\npath = "../bytes"', [{ name: 'bytes', path: '../bytes' }]],
  ['[target.\'cfg(unix)\'.build-dependencies]\nbytes.path = "../bytes"', [{ name: 'bytes', path: '../bytes' }]],
  ['[dependencies]\nbytes = { workspace = true }\nother.workspace = true', [{ name: 'bytes', inherited: true }, { name: 'other', inherited: true }]],
  ['[workspace.dependencies]\nbytes = { path = "crates/bytes" }', [{ name: 'bytes', path: 'crates/bytes' }]],
  ['[dependencies]\nserde = "1"\nrand = { version = "0.8" }', []],
  ['[lib]\npath = "src/other.rs"\n[[bench]]\npath = "benches/x.rs"\n[workspace]\nmembers = ["a"]', []],
  ['[dependencies]\n# bytes = { path = "../bytes" }', []],
  ['not toml [[[', []],
])('%j names the local crates %j', (manifest, found) => {
  expect(localDependencies(manifest)).toEqual(found);
});

function closure(crate: string, manifests: Record<string, string>) {
  return new CrateGraph((path) => manifests[path] ?? null).closure(crate);
}

test('the closure follows paths and inherited paths, also in a circle, and stays in the workspace', () => {
  const manifests = {
    'Cargo.toml': '[workspace.dependencies]\ntable = { path = "crates/table" }\n',
    'crates/core/Cargo.toml': '[dependencies]\nbytes = { path = "../bytes/" }\nfar = { path = "../../../far" }\nunknown.workspace = true\n',
    'crates/bytes/Cargo.toml': '[dependencies]\ntable.workspace = true\n[dev-dependencies]\ncore = { path = "../core" }\n',
  };
  expect(closure('crates/core', manifests)).toEqual(['crates/bytes', 'crates/table']);
});

test('a folder without a Cargo.toml has no closure', () => {
  expect(closure('libs/json', {})).toEqual([]);
});

test('each manifest is read once', () => {
  const read: string[] = [];
  const graph = new CrateGraph((path) => {
    read.push(path);
    return '[dependencies]\nbytes = { path = "../bytes" }\n';
  });
  for (const crate of ['crates/a', 'crates/b', 'crates/c']) expect(graph.closure(crate)).toEqual(['crates/bytes']);
  expect(read).toHaveLength(new Set(read).size);
});

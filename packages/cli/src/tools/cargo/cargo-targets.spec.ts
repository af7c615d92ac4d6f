import { benchTargets } from './cargo-targets.js';

const target = (name: string, kind: string) => ({ name, kind: [kind] });
const metadata = JSON.stringify({
  packages: [
    { name: 'core', manifest_path: '/ws/core/Cargo.toml', targets: [target('core', 'lib'), target('decode', 'bench'), target('encode', 'bench')] },
    { name: 'io', manifest_path: '/ws/io/Cargo.toml', targets: [target('decode', 'bench'), target('read', 'bench')] },
  ],
});

test.each([
  ['the package in the folder', [], '/ws/core', ['decode', 'encode']],
  ['the package named', ['-p', 'io'], '/ws/core', ['decode', 'read']],
  ['a package with its version', ['--package=io@1.2.3'], '/ws', ['decode', 'read']],
  ['all of a workspace', ['--workspace'], '/ws/core', ['decode', 'encode', 'read']],
  ['all at the root of a virtual workspace', [], '/ws', ['decode', 'encode', 'read']],
])('%s', (_, options, folder, names) => {
  expect(benchTargets(metadata, options, folder)).toEqual(names);
});

import { renderFirstConfig } from './written-config.js';

const schemaIn = (files: Record<string, string>, root: string) => (JSON.parse(renderFirstConfig(new Map(Object.entries(files)), root, [])) as { $schema?: string }).$schema;

it.each<[string, Record<string, string>, string, string | undefined]>([
  ['a package of a workspace', { 'package.json': '{}', 'packages/a/package.json': '{}' }, 'packages/a', '../../node_modules/@benchline/schemas/config.v1.json'],
  ['the root', { 'package.json': '{}' }, '', './node_modules/@benchline/schemas/config.v1.json'],
  ['a crate beside a package.json', { 'package.json': '{}', 'crates/core/Cargo.toml': '' }, 'crates/core', '../../node_modules/@benchline/schemas/config.v1.json'],
  ['a package in a repository without one at its root', { 'web/package.json': '{}' }, 'web', './node_modules/@benchline/schemas/config.v1.json'],
  ['a repository without npm', { 'Cargo.toml': '' }, 'crates/core', undefined],
  ['pnpm', { 'package.json': '{"devDependencies":{"benchline":"1"}}', 'pnpm-lock.yaml': '' }, 'a', undefined],
  ['pnpm with the schemas installed', { 'package.json': '{"devDependencies":{"@benchline/schemas":"1"}}', 'pnpm-lock.yaml': '' }, 'a', '../node_modules/@benchline/schemas/config.v1.json'],
  ['Yarn without node_modules', { 'package.json': '{}', '.pnp.cjs': '' }, '', undefined],
])('%s', (_, files, root, expected) => {
  expect(schemaIn(files, root)).toBe(expected);
});

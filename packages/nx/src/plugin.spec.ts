import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CreateNodesResult } from '@nx/devkit';
import * as plugin from './plugin.js';
import type { PluginOptions } from './plugin-options.js';

const suites = { suites: [{ name: 'decode', tool: 'criterion', command: ['cargo', 'bench'] }] };
let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'benchline-nx-'));
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

async function infer(files: Record<string, unknown>, options?: PluginOptions) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const configs = Object.keys(files).filter((path) => /(^|\/)benchline\.(json|ya?ml|toml)$/.test(path));
  const results = await plugin.createNodesV2[1](configs, options, { workspaceRoot: workspace, nxJsonConfiguration: {} });
  return Object.assign({}, ...results.map(([, result]: readonly [string, CreateNodesResult]) => result.projects)) as NonNullable<CreateNodesResult['projects']>;
}

test('Nx 22, 23 and 24 find the plugin under the name each asks for', () => {
  expect(plugin.createNodes).toBe(plugin.createNodesV2);
  expect(plugin.name).toBe('@benchline/nx');
  expect(plugin.createNodesV2[0]).toBe('**/benchline.{json,yaml,yml,toml}');
});

test('a project is inferred where a config stands, its targets grouped', async () => {
  const projects = await infer({ 'crates/core/benchline.json': suites });
  expect(projects['crates/core']).toMatchObject({ name: 'core', root: 'crates/core', metadata: { technologies: ['criterion'], targetGroups: { Benchmarks: expect.arrayContaining(['bench', 'bench-audit']) } } });
});

test('the config of the root without suites is shared defaults, no project', async () => {
  const projects = await infer({ 'benchline.json': { compare: {} }, 'libs/a/benchline.json': suites });
  expect(Object.keys(projects)).toEqual(['libs/a']);
  expect(projects['libs/a']?.targets?.['bench']?.inputs).toContain('{workspaceRoot}/benchline.json');
});

test('the workflow of the same name is no config', async () => {
  expect(await infer({ '.github/workflows/benchline.yml': 'name: benchmarks\n' })).toEqual({});
});

test('the config of the root with suites is a project', async () => {
  expect(Object.keys(await infer({ 'benchline.json': suites }))).toEqual(['.']);
});

test.each(['{ "suites": [', '', '[]', '\u0000'])('a file holding %j breaks nothing: its project has its targets', async (text) => {
  const projects = await infer({ 'libs/a/benchline.json': text, 'libs/b/benchline.json': suites });
  expect(Object.keys(projects['libs/a']?.targets ?? {})).toContain('bench');
  expect(Object.keys(projects['libs/b']?.targets ?? {})).toContain('bench');
});

test('YAML and TOML are read like JSON', async () => {
  const projects = await infer({
    'libs/y/benchline.yaml': 'suites:\n  - { name: cli, tool: hyperfine }\n',
    'libs/t/benchline.toml': '[[suites]]\nname = "decode"\ntool = "tinybench"\n',
  });
  expect(projects['libs/y']?.metadata?.technologies).toEqual(['hyperfine']);
  expect(projects['libs/t']?.metadata?.technologies).toEqual(['tinybench']);
});

test.each([
  [{ 'libs/a/project.json': { name: 'from-project' }, 'libs/a/package.json': { name: 'other' } }, 'from-project'],
  [{ 'libs/a/package.json': { name: '@scope/a' } }, '@scope/a'],
  [{ 'libs/a/package.json': { name: '@scope/a', nx: { name: 'a-of-nx' } } }, 'a-of-nx'],
  [{ 'libs/a/Cargo.toml': '[package]\nversion = "1.0.0"\nname = "crate-a"\n[lib]\nname = "other"\n' }, 'crate-a'],
  [{ 'libs/a/project.json': '{' }, 'a'],
  [{}, 'a'],
])('with %j the project is called %s, as Nx calls it', async (files, name) => {
  expect((await infer({ ...files, 'libs/a/benchline.json': suites }))['libs/a']?.name).toBe(name);
});

test('the config names a project that nothing else names', async () => {
  expect((await infer({ 'libs/a/benchline.json': { ...suites, project: 'decoder' } }))['libs/a']?.name).toBe('decoder');
});

test('folders of one name do not collide', async () => {
  const projects = await infer({ 'a/benches/benchline.json': suites, 'b/benches/benchline.json': suites });
  expect(Object.values(projects).map(({ name }) => name)).toEqual(['a-benches', 'b-benches']);
});

test('a crate that a crate is built from is an input, though it is no project', async () => {
  const projects = await infer({
    'crates/core/Cargo.toml': '[package]\nname = "core"\n[dependencies]\nbytes = { path = "../bytes" }\n',
    'crates/core/benchline.json': suites,
  });
  expect(projects['crates/core']?.targets?.['bench']?.inputs).toContain('{workspaceRoot}/crates/bytes/**/*');
});

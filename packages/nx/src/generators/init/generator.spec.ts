import { readNxJson, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import initGenerator from './generator.js';

const workflow = '.github/workflows/benchline.yml';
let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.write('crates/core/Cargo.toml', '[package]\nname = "core"\n\n[dev-dependencies]\ncriterion = "0.5"\n\n[[bench]]\nname = "decode"\nharness = false\n');
  tree.write('crates/core/benches/decode.rs', 'criterion::criterion_main!(benches);\n');
  tree.write('libs/json/package.json', '{"name":"json","devDependencies":{"tinybench":"6.0.0"}}');
  tree.write('libs/json/bench/parse.bench.js', "const { bench } = require('benchline/harness');\n");
  tree.write('node_modules/other/package.json', '{"name":"other"}');
  tree.write('node_modules/other/x.bench.js', "require('benchline/harness');");
});

function init(options: Parameters<typeof initGenerator>[1] = {}) {
  return initGenerator(tree, { skipFormat: true, ...options });
}

function contents(): Record<string, string> {
  return Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, String(content)]));
}

test('each project with benchmarks has a config and a baseline folder', async () => {
  await init();
  expect(JSON.parse(tree.read('crates/core/benchline.json', 'utf8')!)).toMatchObject({ suites: [{ tool: 'criterion' }] });
  expect(JSON.parse(tree.read('libs/json/benchline.json', 'utf8')!)).toMatchObject({ suites: [{ tool: 'tinybench' }] });
  expect(tree.exists('crates/core/baselines/.gitkeep')).toBe(true);
  expect(tree.exists('node_modules/other/benchline.json')).toBe(false);
});

test('the workflow measures what Nx says is affected, and the working folder is ignored', async () => {
  updateNxJson(tree, { ...readNxJson(tree), defaultBase: 'origin/trunk' });
  await init();
  expect(tree.read(workflow, 'utf8')).toContain('nx affected -t bench-paired');
  expect(tree.read(workflow, 'utf8')).toContain('"trunk"');
  expect(tree.read('.gitignore', 'utf8')).toContain('.benchline/');
});

test('the plugin is registered once, with its names written out', async () => {
  await init();
  await init();
  expect(readNxJson(tree)?.plugins).toEqual([expect.objectContaining({ plugin: '@benchline/nx', options: expect.objectContaining({ benchTargetName: 'bench' }) })]);
});

test.each(['@benchline/nx', { plugin: '@benchline/nx', options: { benchTargetName: 'perf' } }])('a registration that stands is kept: %j', async (entry) => {
  updateNxJson(tree, { ...readNxJson(tree), plugins: [entry] });
  await init();
  expect(readNxJson(tree)?.plugins).toEqual([entry]);
});

test('run again, it changes nothing', async () => {
  await init();
  const once = contents();
  await init();
  expect(contents()).toEqual(once);
});

test('what was edited stays as it is', async () => {
  await init();
  tree.write(workflow, 'name: mine\n');
  tree.write('crates/core/benchline.json', '{"suites":[],"mine":1}');
  await init();
  expect(tree.read(workflow, 'utf8')).toBe('name: mine\n');
  expect(tree.read('crates/core/benchline.json', 'utf8')).toBe('{"suites":[],"mine":1}');
});

test('without CI there is no workflow', async () => {
  await init({ ci: 'none' });
  expect(tree.exists(workflow)).toBe(false);
});

test('package.json gets the package where it is missing, and keeps the version that stands', async () => {
  const listed = () => JSON.parse(tree.read('package.json', 'utf8')!).devDependencies?.['@benchline/nx'];
  await init({ skipPackageJson: true });
  expect(listed()).toBeUndefined();
  await init();
  expect(listed()).toMatch(/^\d+\.\d+\.\d+/);
  tree.write('package.json', '{"devDependencies":{"@benchline/nx":"file:benchline-nx.tgz"}}');
  await init();
  expect(listed()).toBe('file:benchline-nx.tgz');
});

test('a version that stands is replaced where it need not be kept', async () => {
  tree.write('package.json', '{"devDependencies":{"@benchline/nx":"0.0.1"}}');
  await init({ keepExistingVersions: false });
  expect(JSON.parse(tree.read('package.json', 'utf8')!).devDependencies['@benchline/nx']).not.toBe('0.0.1');
});

test.each([
  ['global', ['@benchline/nx:sync'], undefined],
  ['bench', ['@benchline/nx:sync'], true],
  ['none', undefined, undefined],
] as const)('with --sync=%s, nx.json registers %j for nx sync', async (sync, globalGenerators, ofBench) => {
  await init({ sync });
  const nxJson = readNxJson(tree);
  expect(nxJson?.sync?.globalGenerators).toEqual(globalGenerators);
  expect((nxJson?.plugins?.[0] as { options: { sync?: boolean } }).options.sync).toBe(ofBench);
});

test('a workspace without benchmarks has the plugin alone', async () => {
  tree.delete('crates');
  tree.delete('libs');
  await init();
  expect(tree.exists(workflow)).toBe(false);
  expect(readNxJson(tree)?.plugins).toHaveLength(1);
});

import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import syncGenerator from './generator.js';

const suites = { suites: [{ name: 'decode', tool: 'criterion' }] };
let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.write('.gitignore', 'node_modules\n.benchline/\n');
  tree.write('crates/core/benchline.json', JSON.stringify(suites));
  tree.write('crates/core/baselines/.gitkeep', '');
});

test('a workspace in step is left as it is', async () => {
  expect(await syncGenerator(tree)).toEqual({});
});

test('a baseline folder that is missing is told and made; then the workspace is in step', async () => {
  tree.delete('crates/core/baselines');
  expect(await syncGenerator(tree)).toEqual({ outOfSyncMessage: 'Benchline: missing beside the configs: crates/core/baselines/.gitkeep.' });
  expect(tree.exists('crates/core/baselines/.gitkeep')).toBe(true);
  expect(await syncGenerator(tree)).toEqual({});
});

test('the ignore line is added', async () => {
  tree.write('.gitignore', 'node_modules\n');
  expect((await syncGenerator(tree)).outOfSyncMessage).toContain('.gitignore');
  expect(tree.read('.gitignore', 'utf8')).toMatch(/^node_modules\n[^]*\.benchline\/\n$/);
});

test('the folder is the one that the config names, in any of its languages', async () => {
  tree.write('libs/text/benchline.yaml', 'suites: [{ name: js, tool: tinybench }]\nbaselines: { directory: ../../baselines/text }\n');
  expect((await syncGenerator(tree)).outOfSyncMessage).toContain(' baselines/text/.gitkeep.');
});

test.each([
  ['benchline.json', '{"compare":{}}'],
  ['libs/torn/benchline.json', '{ "suites": ['],
  ['.github/workflows/benchline.yml', 'name: benchmarks\n'],
])('%s, holding %j, asks for no folder', async (path, text) => {
  tree.write(path, text);
  expect(await syncGenerator(tree)).toEqual({});
});

test('of many paths the first few are told', async () => {
  for (let index = 0; index < 9; index += 1) tree.write(`libs/l${index}/benchline.json`, JSON.stringify(suites));
  expect((await syncGenerator(tree)).outOfSyncMessage).toMatch(/libs\/l4\/baselines\/\.gitkeep and 4 more\.$/);
});

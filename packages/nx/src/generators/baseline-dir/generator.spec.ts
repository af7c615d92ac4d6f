import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import baselineDirGenerator from './generator.js';

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.write('libs/text/benchline.json', '{"suites":[{"name":"js","tool":"tinybench"}],"baselines":{"keep":5}}');
});

function generate(directory?: string) {
  return baselineDirGenerator(tree, { project: 'libs/text', skipFormat: true, ...(directory === undefined ? {} : { directory }) });
}

function baselines(): unknown {
  return JSON.parse(tree.read('libs/text/benchline.json', 'utf8')!).baselines;
}

test('the folder that the config names is made, and what is measured is ignored', async () => {
  await generate();
  expect(tree.exists('libs/text/baselines/.gitkeep')).toBe(true);
  expect(tree.read('.gitignore', 'utf8')).toContain('.benchline/');
  expect(baselines()).toEqual({ keep: 5 });
});

test('another folder is written into the config; run again, nothing changes', async () => {
  await generate('../../baselines/text');
  expect(baselines()).toEqual({ keep: 5, directory: '../../baselines/text' });
  expect(tree.exists('baselines/text/.gitkeep')).toBe(true);
  const once = tree.listChanges().map(({ path, content }) => [path, String(content)]);
  await generate('../../baselines/text');
  expect(tree.listChanges().map(({ path, content }) => [path, String(content)])).toEqual(once);
});

test('baselines that stand are not left behind', async () => {
  tree.write('libs/text/baselines/current.json', '{}');
  await expect(generate('perf')).rejects.toThrow(/holds baselines/);
  expect(baselines()).toEqual({ keep: 5 });
});

test('a project without a config is told what comes first', async () => {
  tree.write('libs/other/package.json', '{}');
  await expect(baselineDirGenerator(tree, { project: 'libs/other', skipFormat: true })).rejects.toThrow(/nx g @benchline\/nx:configuration/);
  await expect(baselineDirGenerator(tree, { project: 'libs/other', directory: 'perf', skipFormat: true })).rejects.toThrow(/YAML or TOML/);
});

import { addProjectConfiguration, logger, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaTools } from '../../testing/schema-tools.js';
import configurationGenerator, { type ConfigurationOptions } from './generator.js';

let tree: Tree;
let said: string[];

beforeEach(() => {
  said = [];
  jest.spyOn(logger, 'info').mockImplementation((line: unknown) => void said.push(String(line)));
  tree = createTreeWithEmptyWorkspace();
  tree.write('crates/core/Cargo.toml', '[package]\nname = "core"\n[dev-dependencies]\ncriterion = "0.5"\n[[bench]]\nname = "decode"\nharness = false\n');
  tree.write('crates/core/benches/decode.rs', 'criterion::criterion_main!(benches);\n');
  tree.write('libs/text/package.json', '{"name":"text"}');
  addProjectConfiguration(tree, 'decoder', { root: 'crates/core' });
});

afterEach(() => jest.restoreAllMocks());

function generate(options: ConfigurationOptions) {
  return configurationGenerator(tree, { skipFormat: true, ...options });
}

function config(root: string) {
  return JSON.parse(tree.read(`${root}/benchline.json`, 'utf8')!) as { suites: object[] };
}

test('by name or by folder, the project gets a config, a baseline folder and the ignore line', async () => {
  await generate({ project: 'decoder', tool: 'criterion' });
  expect(config('crates/core').suites).toEqual([{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', '--bench', 'decode'] }]);
  expect(tree.exists('crates/core/baselines/.gitkeep')).toBe(true);
  expect(tree.read('.gitignore', 'utf8')).toContain('.benchline/');
  await generate({ project: './libs/text/', tool: 'hyperfine', command: 'hyperfine "node main.js"', suite: 'cli' });
  expect(config('libs/text').suites).toEqual([{ name: 'cli', tool: 'hyperfine', command: ['hyperfine', 'node main.js'] }]);
  expect(said).toEqual(['suite criterion (criterion): cargo bench --bench decode', 'suite cli (hyperfine): hyperfine node main.js']);
});

test('a config that stands is refused, and written over on request', async () => {
  tree.write('crates/core/benchline.json', '{"mine":true}');
  await expect(generate({ project: 'decoder', tool: 'criterion' })).rejects.toThrow(/stands already.*--overwrite/);
  expect(tree.read('crates/core/benchline.json', 'utf8')).toBe('{"mine":true}');
  await generate({ project: 'decoder', tool: 'criterion', overwrite: true });
  expect(config('crates/core').suites).toHaveLength(1);
});

test.each(['nobody', '../elsewhere', '/srv'])('%s is no project, which is told', async (project) => {
  await expect(generate({ project, tool: 'criterion' })).rejects.toThrow(/nx show projects/);
});

test('what a tool needs and is not given is told', async () => {
  await expect(generate({ project: 'libs/text', tool: 'hyperfine' })).rejects.toThrow(/--command/);
});

test('the prompt lists the tools of the schema, each by its title', () => {
  const { properties } = JSON.parse(readFileSync(join(__dirname, 'generated/schema.json'), 'utf8'));
  expect(properties.tool.enum).toEqual(schemaTools());
  expect(properties.tool['x-prompt'].items.map(({ value }: { value: string }) => value)).toEqual(schemaTools());
  expect(properties.tool).not.toHaveProperty('$ref');
});

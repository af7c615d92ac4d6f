import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logger, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import perfSpecGenerator, { type PerfSpecOptions } from './generator.js';

let tree: Tree;

beforeEach(() => {
  tree = createTreeWithEmptyWorkspace();
  tree.write('libs/text/package.json', '{"name":"text"}');
});

afterEach(() => jest.restoreAllMocks());

function generate(options: Partial<PerfSpecOptions> = {}) {
  return perfSpecGenerator(tree, { project: 'libs/text', skipFormat: true, ...options });
}

function suites(): unknown {
  return JSON.parse(tree.read('libs/text/benchline.json', 'utf8')!).suites;
}

test('a project without a config gets a spec, a config that measures it, and the package that the spec imports', async () => {
  await generate();
  expect(tree.read('libs/text/bench/text.perf.ts', 'utf8')).toContain("describePerf('text'");
  expect(suites()).toEqual([{ name: 'specs', tool: 'perf-spec', files: ['**/*.perf.ts'], rounds: 3 }]);
  expect(tree.exists('libs/text/baselines/.gitkeep')).toBe(true);
  expect(JSON.parse(tree.read('package.json', 'utf8')!).devDependencies.benchline).toMatch(/^\d+\.\d+\.\d+/);
});

test('a project is known by its name without the scope, if one scope alone has it', async () => {
  for (const [scope, folder] of [['a', 'libs/one'], ['b', 'libs/two']]) tree.write(`${folder}/project.json`, JSON.stringify({ name: `@${scope}/${scope === 'a' ? 'codec' : 'both'}` }));
  tree.write('libs/three/project.json', '{"name":"@c/both"}');
  await generate({ project: 'codec' });
  expect(tree.exists('libs/one/bench/one.perf.ts')).toBe(true);
  await expect(generate({ project: 'both' })).rejects.toThrow('"both" may be @b/both or @c/both');
});

test('a config that stands gets the suite beside its own, once', async () => {
  tree.write('libs/text/benchline.json', '{"suites":[{"name":"specs","tool":"vitest"}],"slo":[]}');
  await generate({ name: 'encode', directory: 'perf' });
  await generate({ name: 'decode', directory: 'perf' });
  expect(tree.exists('libs/text/perf/decode.perf.ts')).toBe(true);
  expect(suites()).toEqual([{ name: 'specs', tool: 'vitest' }, { name: 'perf-spec', tool: 'perf-spec', rounds: 3 }]);
});

test('a config in another language is left to the user, who is told what to add', async () => {
  const warned = jest.spyOn(logger, 'warn').mockImplementation(() => undefined);
  tree.write('libs/text/benchline.yaml', 'suites: []\n');
  await generate();
  expect(tree.exists('libs/text/benchline.json')).toBe(false);
  expect(warned).toHaveBeenCalledWith(expect.stringMatching(/tool perf-spec to libs\/text\/benchline\.yaml/));
});

test.each(['micro', 'load'] as const)('what is written for %s is the file that the types are checked on', async (kind) => {
  await generate({ kind, name: 'text' });
  expect(tree.read('libs/text/bench/text.perf.ts', 'utf8')).toBe(readFileSync(join(__dirname, `../../testing/golden/${kind}.perf.ts`), 'utf8'));
});

test('a load test has a server to begin with, where it names it', async () => {
  await generate({ kind: 'load', directory: './perf/' });
  expect(tree.exists('libs/text/perf/text.server.mjs')).toBe(true);
  expect(tree.read('libs/text/perf/text.perf.ts', 'utf8')).toContain("['node', 'perf/text.server.mjs']");
});

test('a file that stands is not written over, and package.json is left alone on request', async () => {
  await generate({ skipPackageJson: true });
  expect(tree.read('package.json', 'utf8')).not.toContain('benchline');
  await expect(generate()).rejects.toThrow(/--name/);
});

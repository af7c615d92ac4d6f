import { logger, readNxJson, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import syncGenerator from '../sync/generator.js';
import workflowGenerator, { type WorkflowGeneratorOptions } from './generator.js';

const github = '.github/workflows/benchline.yml';
const gitlab = '.gitlab-ci.benchline.yml';
let tree: Tree;
let warned: string[];

beforeEach(() => {
  warned = [];
  jest.spyOn(logger, 'warn').mockImplementation((line: unknown) => void warned.push(String(line)));
  tree = createTreeWithEmptyWorkspace();
  tree.write('.gitignore', '.benchline/\n');
  tree.write('libs/text/benchline.json', '{"suites":[{"name":"js","tool":"vitest"}]}');
  tree.write('libs/text/baselines/.gitkeep', '');
});

afterEach(() => jest.restoreAllMocks());

function generate(options: WorkflowGeneratorOptions = {}) {
  return workflowGenerator(tree, { skipFormat: true, ...options });
}

function read(path: string): string {
  return tree.read(path, 'utf8') ?? '';
}

test('the workflow is of the forge, and measures pushes to the branch that nx.json names', async () => {
  updateNxJson(tree, { ...readNxJson(tree), defaultBase: 'origin/trunk' });
  await generate({ forge: 'gitlab' });
  expect(tree.exists(github)).toBe(false);
  expect(read(gitlab)).toContain('trunk');
});

test('run again it changes nothing; what is asked for later changes it', async () => {
  await generate({ forge: 'github', enforce: 'always' });
  const once = read(github);
  await generate();
  expect(read(github)).toBe(once);
  await generate({ mode: 'stored' });
  expect(once).toContain('-t bench-paired');
  expect(read(github)).toContain('-t bench-compare');
  expect(read(github)).not.toContain('bench-paired');
  expect(read(github)).toContain('"enforce":"always"');
});

test('one that was edited by hand is left alone, and said to be, unless it is forced', async () => {
  await generate({ forge: 'github' });
  const generated = read(github);
  tree.write(github, `${generated}# mine\n`);
  await generate();
  expect(read(github)).toBe(`${generated}# mine\n`);
  expect(warned).toEqual([expect.stringContaining('--force')]);
  await generate({ force: true });
  expect(read(github)).toBe(generated);
});

test.each([
  [{ forge: 'gitlab', forkComments: true } as const, /--fork-comments is for GitHub/],
  [{ defaultBranch: '$(rm)' }, /default branch/],
])('%j is refused, with what to do', async (options, message) => {
  await expect(generate(options)).rejects.toThrow(message);
});

test('without a project there is nothing to measure', async () => {
  tree.delete('libs');
  await expect(generate()).rejects.toThrow(/nx g @benchline\/nx:configuration/);
});

describe('in sync', () => {
  test('a generated workflow is brought up to date when the projects change', async () => {
    await generate({ forge: 'github', runner: 'none' });
    expect(await syncGenerator(tree)).toEqual({});
    tree.write('libs/other/benchline.json', '{"suites":[{"name":"js","tool":"vitest"}]}');
    tree.write('libs/other/baselines/.gitkeep', '');
    expect((await syncGenerator(tree)).outOfSyncMessage).toMatch(/^Benchline: generated, and outdated: [^;]*\.github\/workflows\/benchline\.yml/);
    expect(read(github)).toContain('libs/other');
    expect(await syncGenerator(tree)).toEqual({});
  });

  test('a workspace without a generated workflow wants none', async () => {
    expect(await syncGenerator(tree)).toEqual({});
    tree.write(github, 'name: mine\n');
    expect(await syncGenerator(tree)).toEqual({});
    expect(read(github)).toBe('name: mine\n');
  });
});

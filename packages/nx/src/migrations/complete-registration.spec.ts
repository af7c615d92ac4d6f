import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFiles, readNxJson, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import completeRegistration from './complete-registration.js';

// The formatter that Nx looks for is not installed in a workspace made for a test.
jest.mock('@nx/devkit', () => ({ ...jest.requireActual<object>('@nx/devkit'), formatFiles: jest.fn() }));

const root = join(__dirname, '../..');
let tree: Tree;

beforeEach(() => {
  jest.mocked(formatFiles).mockClear();
  tree = createTreeWithEmptyWorkspace();
  tree.write('crates/core/benchline.json', '{"suites":[{"name":"decode","tool":"criterion"}]}');
});

function written(): Record<string, string> {
  return Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, String(content)]));
}

test.each(['@benchline/nx', { plugin: '@benchline/nx', options: { benchTargetName: 'perf' } }])('a workspace set up earlier, registering %j, gets what is missing, and keeps its options', async (entry) => {
  updateNxJson(tree, { ...readNxJson(tree), plugins: [entry], sync: { globalGenerators: ['@nx/js:typescript-sync'], applyChanges: true } });
  await completeRegistration(tree);
  expect(readNxJson(tree)).toMatchObject({ plugins: [entry], sync: { globalGenerators: ['@nx/js:typescript-sync', '@benchline/nx:sync'], applyChanges: true } });
  expect(tree.exists('crates/core/baselines/.gitkeep')).toBe(true);
  expect(tree.read('.gitignore', 'utf8')).toContain('.benchline/');
  expect(formatFiles).toHaveBeenCalledTimes(1);
  const once = written();
  await completeRegistration(tree);
  expect(written()).toEqual(once);
});

test('a workspace that does not register the plugin is left alone', async () => {
  const before = written();
  await completeRegistration(tree);
  expect(written()).toEqual(before);
});

test('the table names a migration that exists, for no version that is still to come', () => {
  const { generators } = JSON.parse(readFileSync(join(root, 'migrations.json'), 'utf8')) as { generators: Record<string, { version: string; implementation: string; description: string }> };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const order = (text: string) => text.split('.').map((part) => part.padStart(6, '0')).join('.');
  for (const [name, migration] of Object.entries(generators)) {
    expect(typeof require(join(root, `${migration.implementation.replace('./dist', 'src')}.ts`)).default).toBe('function');
    expect([name, order(migration.version) <= order(version)]).toEqual([name, true]);
  }
  expect(Object.keys(generators)).toContain('complete-registration');
});

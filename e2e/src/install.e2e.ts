import { execFileSync } from 'node:child_process';
import { packTarballs } from './pack.js';
import { createWorkspace, type Workspace } from './workspace.js';

let workspace: Workspace;
beforeAll(() => {
  workspace = createWorkspace('install');
  const { schemas, core, cli } = packTarballs();
  workspace.write('package.json', { name: 'user', version: '1.0.0', private: true });
  workspace.must('npm', ['install', '--silent', '--save-dev', schemas, core, cli]);
});
afterAll(() => workspace.dispose());

it('installs from tarballs without a warning of peers or engines', () => {
  const tree = JSON.parse(workspace.must('npm', ['ls', '--json', '--depth=0'])) as { problems?: string[]; dependencies: Record<string, { version: string }> };
  expect(tree.problems ?? []).toEqual([]);
  expect(Object.keys(tree.dependencies).sort()).toEqual(['@benchline/core', '@benchline/schemas', 'benchline']);
});

it('runs by its installed program', () => {
  const { code, stdout } = workspace.run('node_modules/.bin/benchline', ['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Usage: benchline <command> [options]');
  expect(workspace.must('node_modules/.bin/benchline', ['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('ends quietly when its reader goes away', () => {
  const output = execFileSync('sh', ['-c', 'node_modules/.bin/benchline --help 2>&1 | head -n 1'], { cwd: workspace.root, encoding: 'utf8' });
  expect(output).toBe('Usage: benchline <command> [options]\n');
});

it('tells what is wrong with a config and where, with exit code 2', () => {
  workspace.write('benchline.json', { suites: [{ name: 'a', tool: 'stopwatch' }] });
  const { code, output } = workspace.run('node_modules/.bin/benchline', ['bench', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(output)).toMatchObject({ error: { exitCode: 2, findings: [{ code: 'BNL003', pointer: '/suites/0/tool', file: expect.stringContaining('benchline.json') }] } });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { createNodeFiles } from '../ports/node-files.js';
import { createNodeGit } from '../ports/node-git.js';
import { createPlainProcesses } from '../ports/plain-processes.js';
import type { World } from '../ports/world.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { worldAt } from './commit-files.js';
import { findPolicySource } from './policy-source.js';

let folder: string;
let commits = 0;

function run(...args: string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always'];
  const { PATH } = process.env;
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env: { PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function commit(): string {
  run('add', '--all');
  run('commit', '--quiet', '--allow-empty', '--message', `${++commits}`);
  return run('rev-parse', 'HEAD');
}

/** The real repository and files; everything else is the fake world's. */
function worldIn(cwd = folder, env: Record<string, string> = {}): World {
  const git = createNodeGit(createPlainProcesses(), { PATH: process.env['PATH'], HOME: '/nonexistent' });
  return { ...createFakeWorld({ cwd, env }), files: createNodeFiles(cwd), git };
}

const source = async (cwd: string, env: Record<string, string>, policyRef?: string) => {
  const world = worldIn(cwd, env);
  return findPolicySource(world, { root: cwd, commit: await world.git.commit(cwd), policyRef });
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-policy-')));
  run('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads a commit as files: what the working tree holds is not seen, line ends and names stay', async () => {
  write('benchline.json', '{}\r\n');
  write('pakete/ä b/benchline.json', '{"project": "ä"}');
  symlinkSync('ä b', join(folder, 'pakete/link'));
  symlinkSync('ä b/benchline.json', join(folder, 'pakete/config.json'));
  symlinkSync('/etc/hostname', join(folder, 'pakete/out.json'));
  const sha = commit();
  write('benchline.json', '{"compare": {}}');
  write('new/benchline.json', '{}');
  const { files } = await worldAt(worldIn(), { root: folder, sha });
  expect(await files.readText(join(folder, 'benchline.json'))).toBe('{}\r\n');
  expect(await files.readText(join(folder, 'pakete/config.json'))).toBe('{"project": "ä"}');
  expect(await files.entries(join(folder, 'pakete'))).toEqual([{ name: 'config.json', kind: 'link' }, { name: 'link', kind: 'link' }, { name: 'out.json', kind: 'link' }, { name: 'ä b', kind: 'folder' }].sort((a, b) => (a.name < b.name ? -1 : 1)));
  const there = async (path: string) => files.exists(join(folder, path));
  expect([await there('new'), await there('pakete/ä b'), await there('pakete/out.json'), await there('.git')]).toEqual([false, true, false, true]);
  await expect(files.readText(join(folder, 'pakete/out.json'))).rejects.toMatchObject({ findings: [{ code: 'BNL008' }] });
  await expect(files.readText(join(folder, 'benchline.json'), 2)).resolves.toBe('{}\r\n');
  await expect((await worldAt(worldIn(), { root: folder, sha })).files.readText(join(folder, 'pakete/ä b/benchline.json'), 4)).rejects.toMatchObject({ findings: [{ code: 'BNL012' }] });
  await expect(files.writeAtomically(join(folder, 'x'), '')).rejects.toThrow(TypeError);
});

it('a workspace below the repository\'s top finds its configs, and defaults above it do not', async () => {
  write('apps/nx.json', '{}');
  write('apps/benchline.json', '{"compare": {"stored": {"fail": "40%"}}}');
  write('apps/web/benchline.json', '{"project": "web"}');
  const sha = commit();
  write('apps/benchline.json', '{}');
  const root = join(folder, 'apps');
  const { config } = await loadConfig(await worldAt(worldIn(root), { root, sha }), { project: 'web' });
  expect([config.project, config.policy.stored.fail]).toEqual(['web', 0.4]);
});

it('takes the commit at which a detached pull request left its target', async () => {
  const base = commit();
  run('checkout', '--quiet', '-b', 'feature');
  const head = commit();
  run('checkout', '--quiet', 'main');
  commit();
  run('checkout', '--quiet', '--detach', head);
  const { policy } = await source(folder, { CI: 'true', GITHUB_BASE_REF: 'main', GITHUB_EVENT_NAME: 'pull_request' });
  expect(policy).toEqual({ source: 'merge-base', ref: 'main', sha: base, on: 'pull-request' });
});

it('a shallow clone has no merge base: an error on a pull request that says what to fetch', async () => {
  commit();
  run('checkout', '--quiet', '-b', 'feature');
  commit();
  run('checkout', '--quiet', 'main');
  commit();
  run('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch', 'feature', `file://${folder}`, 'clone');
  const clone = join(folder, 'clone');
  await expect(source(clone, { CI: 'true', GITHUB_BASE_REF: 'main' })).rejects.toMatchObject({ findings: [{ code: 'BNL022', what: expect.stringContaining('in this shallow clone'), fix: expect.stringContaining('fetch-depth: 0') }] });
  expect((await source(clone, { CI: 'true' })).findings).toMatchObject([{ code: 'BNL054' }]);
});

it.each(['--output=x', 'main:benchline.json', 'HEAD~99', '$(touch x)', 'a b'])('a ref %j that is no commit is an error, and nothing is run', async (ref) => {
  commit();
  await expect(source(folder, {}, ref)).rejects.toMatchObject({ findings: [{ code: 'BNL022' }] });
});

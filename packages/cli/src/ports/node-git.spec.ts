import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeGit } from './node-git.js';
import { createNodeProcesses } from './node-processes.js';

const env = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_DIR: '/nonexistent', GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'init.defaultBranch', GIT_CONFIG_VALUE_0: 'never' };
const git = createNodeGit(createNodeProcesses(''), env);
let folder: string;

function run(...args: string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  const { PATH } = process.env;
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env: { PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function commit(name: string): string {
  writeFileSync(join(folder, name), name);
  run('add', '--all');
  run('commit', '--quiet', '--message', name);
  return run('rev-parse', 'HEAD');
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-git-')));
  run('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('describes the commit checked out, ignored files left out', async () => {
  const sha = commit('first');
  writeFileSync(join(folder, '.gitignore'), 'ignored\n');
  const second = commit('file');
  writeFileSync(join(folder, 'ignored'), '');
  expect(await git.commit(folder)).toEqual({ sha: second, dirty: false, branch: 'main', mergeBase: second });
  writeFileSync(join(folder, 'new'), '');
  run('checkout', '--quiet', '--detach', sha);
  expect(await git.commit(folder)).toMatchObject({ sha, dirty: true, branch: null, mergeBase: sha });
});

it('says nothing of a folder without repository, and of one without commits', async () => {
  const none = { sha: null, dirty: null, branch: null, mergeBase: null };
  expect(await git.commit(folder)).toEqual(none);
  rmSync(join(folder, '.git'), { recursive: true });
  expect(await git.commit(folder)).toEqual(none);
  expect([await git.top(folder), await git.defaultBranch(folder), await git.resolve(folder, 'HEAD')]).toEqual([null, null, null]);
});

it('takes a detached commit\'s branch from the CI service', async () => {
  run('checkout', '--quiet', '--detach', commit('file'));
  const inCi = createNodeGit(createNodeProcesses(''), { ...env, GITHUB_REF_NAME: 'feature' });
  expect((await inCi.commit(folder)).branch).toBe('feature');
});

it.each([
  ['main', () => undefined, 'main'],
  ['master', () => run('branch', '--move', 'main', 'master'), 'master'],
  ['the one that is configured', () => { run('branch', '--move', 'main', 'trunk'); run('branch', 'other'); run('config', 'init.defaultBranch', 'trunk'); }, 'trunk'],
  ['the only one', () => run('branch', '--move', 'main', 'odd'), 'odd'],
  ['none of several', () => { run('branch', '--move', 'main', 'odd'); run('branch', 'odder'); }, null],
  ['the remote\'s', () => { run('update-ref', 'refs/remotes/origin/develop', 'HEAD'); run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/develop'); }, 'origin/develop'],
  ['the remote\'s main where its HEAD is unknown', () => run('update-ref', 'refs/remotes/origin/main', 'HEAD'), 'origin/main'],
])('finds the default branch: %s', async (_name, prepare, expected) => {
  commit('file');
  prepare();
  expect(await git.defaultBranch(folder)).toBe(expected);
});

it('answers questions about history', async () => {
  const first = commit('one');
  run('checkout', '--quiet', '-b', 'feature');
  const feature = commit('two');
  run('checkout', '--quiet', 'main');
  const main = commit('three');
  expect(await git.mergeBase(folder, 'main', 'feature')).toBe(first);
  expect(await git.isAncestor(folder, first, main)).toBe(true);
  expect(await git.isAncestor(folder, feature, main)).toBe(false);
  expect(await git.resolve(folder, 'feature')).toBe(feature);
  expect(await git.resolve(folder, '--all')).toBeNull();
  expect([await git.top(folder), await git.isShallow(folder), await git.hasSubmodules(folder)]).toEqual([folder, false, false]);
});

it('knows a submodule', async () => {
  run('update-index', '--add', '--cacheinfo', `160000,${commit('file')},module`);
  expect(await git.hasSubmodules(folder)).toBe(true);
});

it('knows who commits', async () => {
  expect(await git.userName(folder)).toBeNull();
  run('config', 'user.name', 'Ada');
  expect(await git.userName(folder)).toBe('Ada');
});

it('makes worktrees and removes them', async () => {
  const sha = commit('file');
  writeFileSync(join(folder, '.git/hooks/post-checkout'), '#!/bin/sh\ntouch hook-was-here\n', { mode: 0o755 });
  const path = join(folder, 'side');
  await git.addWorktree(folder, path, sha);
  expect(await git.worktrees(folder)).toEqual([folder, path]);
  expect((await git.commit(path)).sha).toBe(sha);
  expect(existsSync(join(path, 'hook-was-here'))).toBe(false);
  await git.removeWorktree(folder, path);
  expect(await git.worktrees(folder)).toEqual([folder]);
});

it('makes a commit of what is not committed, and changes nothing', async () => {
  const sha = commit('file');
  expect(await git.workingTreeCommit(folder)).toBeNull();
  writeFileSync(join(folder, 'file'), 'changed');
  const made = await git.workingTreeCommit(folder);
  expect(made).toMatch(/^[0-9a-f]{40}$/);
  expect(run('show', `${made}:file`)).toBe('changed');
  expect(run('rev-parse', 'HEAD')).toBe(sha);
  expect(run('status', '--porcelain')).toBe('M file');
});

it('tells why git refused, or that it is absent', async () => {
  commit('file');
  await expect(git.addWorktree(folder, join(folder, 'side'), 'none')).rejects.toMatchObject({ exitCode: 2, findings: [{ code: 'BNL022', what: expect.stringContaining('invalid reference: none') }] });
  const absent = createNodeGit(createNodeProcesses(''), { PATH: '/nonexistent' });
  expect((await absent.commit(folder)).sha).toBeNull();
  await expect(absent.addWorktree(folder, join(folder, 'side'), 'HEAD')).rejects.toMatchObject({ findings: [{ code: 'BNL022', what: 'git was not found.' }] });
});

it('a tag or a branch that is called like a remote branch does not stand in for it', async () => {
  const sha = commit('first');
  run('update-ref', 'refs/remotes/origin/main', sha);
  run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  const second = commit('second');
  run('tag', 'origin/main');
  run('branch', 'origin/main');
  expect(run('rev-parse', 'origin/main')).toBe(second);
  expect(await git.resolve(folder, 'origin/main')).toBe(sha);
  expect(await git.resolve(folder, 'origin/main~0')).toBe(sha);
  expect([await git.mergeBase(folder, 'origin/main', 'HEAD'), await git.mergeBase(folder, 'HEAD', 'origin/main')]).toEqual([sha, sha]);
  expect([await git.isAncestor(folder, second, 'origin/main'), await git.isAncestor(folder, 'origin/main', second)]).toEqual([false, true]);
  expect((await git.commit(folder)).mergeBase).toBe(sha);
  run('tag', 'origin/release');
  expect(await git.resolve(folder, 'origin/release')).toBe(second);
});

it('tells what changed since a commit, old names and new ones', async () => {
  const first = commit('ä b');
  commit('two');
  run('mv', 'ä b', 'c');
  run('commit', '--quiet', '--message', 'moved');
  expect((await git.changedSince(folder, first))?.sort()).toEqual(['c', 'two', 'ä b']);
  expect(await git.changedSince(folder, 'd'.repeat(40))).toBeNull();
});

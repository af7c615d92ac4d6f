import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { UserError } from '../user-error.js';
import { baseRef } from './base-ref.js';
import { resolvePairedCommits } from './paired-commits.js';

const base = 'b'.repeat(40);

function resolve(git: FakeWorldOptions['git'] = {}, ref = 'origin/main') {
  const world = createFakeWorld({ git: { refs: { 'origin/main': 'c'.repeat(40) }, mergeBase: base, ...git } });
  return resolvePairedCommits(world, '/repo', ref);
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (cause: unknown) => cause);
  expect(error).toBeInstanceOf(UserError);
  const [finding] = (error as UserError).findings;
  expect([finding?.code, (error as UserError).exitCode]).toEqual(['BNL022', 2]);
  return `${finding?.what} ${finding?.fix}`;
}

describe('resolvePairedCommits', () => {
  it('takes the merge base, and what is checked out', async () => {
    expect(await resolve()).toEqual({ top: '/repo', base, head: 'a'.repeat(40), dirty: false });
  });

  it('counts uncommitted changes to head', async () => {
    expect(await resolve({ workingTreeCommit: 'd'.repeat(40) })).toMatchObject({ head: 'd'.repeat(40), dirty: true });
  });

  it.each<[string, Record<string, string>, string]>([
    ['NX_BASE', { NX_BASE: 'last', GITHUB_BASE_REF: 'main' }, 'last'],
    ['the pull request\'s target on GitHub', { GITHUB_BASE_REF: 'release' }, 'origin/release'],
    ['that on GitLab', { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'diff' }, 'diff'],
    ['the default branch', {}, 'trunk'],
  ])('takes %s for "auto"', async (_, env, ref) => {
    const world = createFakeWorld({ env, git: { defaultBranch: 'trunk' } });
    expect(await baseRef(world, '/repo', 'auto')).toBe(ref);
    expect(await baseRef(world, '/repo', 'v1.0')).toBe('v1.0');
  });

  it('asks for a ref where there is no default branch', async () => {
    expect(await problemOf(resolve({ defaultBranch: null }, 'auto'))).toContain('--against');
  });

  it.each<[string, FakeWorldOptions['git'], RegExp]>([
    ['outside a repository', { top: null }, /not in a git repository/],
    ['a repository with submodules', { submodules: true }, /submodules.*stored baseline/],
    ['no common commit', { mergeBase: null }, /no commit in common\. Choose a ref/],
    ['no common commit in a shallow clone', { mergeBase: null, shallow: true }, /shallow clone.*fetch-depth: 0/],
    ['a missing ref', { refs: {} }, /no commit origin\/main.*git fetch/],
    ['a missing ref in a shallow clone', { refs: {}, shallow: true }, /no commit origin\/main.*fetch-depth: 0/],
  ])('refuses %s', async (_, git, words) => {
    expect(await problemOf(resolve(git))).toMatch(words);
  });
});

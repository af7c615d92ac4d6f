import { createFakeWorld } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const files = { 'package.json': '{}', 'package-lock.json': '', 'libs/text/benchline.json': '{"suites":[{"name":"js","tool":"tinybench"}]}' };
const git = { top: '/repo', defaultBranch: 'origin/trunk' };
const main = '/repo/.github/workflows/benchline.yml';
const scheduled = '/repo/.github/workflows/benchline-scheduled.yml';

function createWorld(more: Record<string, string> = {}) {
  return createFakeWorld({ files: { ...files, ...more }, git });
}

it('writes the workflows for the default branch; again, nothing changes', async () => {
  const world = createWorld();
  const first = await runLine(world, 'workflow');
  expect([first.exitCode, first.stdout]).toEqual([0, expect.stringContaining('create    .github/workflows/benchline.yml')]);
  expect(world.files.text(main)).toContain('      - trunk\n');
  const before = new Map(world.files.contents);
  expect(await runLine(world, 'workflow')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Nothing was changed.') });
  expect(world.files.contents).toEqual(before);
});

it('--check writes nothing, and fails with 2 until the workflows are up to date', async () => {
  const world = createWorld();
  expect(await runLine(world, 'workflow', '--check')).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('absent    .github/workflows/benchline.yml') });
  expect(world.files.contents.has(main)).toBe(false);
  await runLine(world, 'workflow', '--enforce', 'always', '--mode', 'stored');
  expect(await runLine(world, 'workflow', '--check')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('up to date') });
  expect(await runLine(world, 'workflow', '--check', '--mode', 'paired')).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('outdated') });
});

it('what was edited by hand is no failure of --check, and is written over with --force alone', async () => {
  const world = createWorld();
  await runLine(world, 'workflow');
  await world.files.writeAtomically(main, 'name: mine\n');
  expect(await runLine(world, 'workflow', '--check')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('edited    .github/workflows/benchline.yml') });
  await runLine(world, 'workflow');
  expect(world.files.text(main)).toBe('name: mine\n');
  expect(await runLine(world, 'workflow', '--force')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('overwrite .github/workflows/benchline.yml') });
  expect(world.files.text(main)).toContain('pull_request');
});

it('--dry-run shows what would be written', async () => {
  const world = createWorld();
  const { stdout } = await runLine(world, 'workflow', '--dry-run', '--fork-comments', '--no-schedule');
  expect(stdout).toContain('benchline-comment.yml');
  expect(stdout).not.toContain('scheduled');
  expect(world.files.contents.has(main)).toBe(false);
});

it('names a leftover instead of deleting it', async () => {
  const world = createWorld();
  await runLine(world, 'workflow');
  const { stdout } = await runLine(world, 'workflow', '--no-schedule');
  expect(stdout).toContain('leftover  .github/workflows/benchline-scheduled.yml: not asked for any more; delete it');
  expect(world.files.contents.has(scheduled)).toBe(true);
  expect((await runLine(world, 'workflow', '--check')).exitCode).toBe(2);
});

it('--json says the options in force and the state of each file', async () => {
  const { stdout } = await runLine(createWorld({ '.gitlab-ci.yml': 'include: []\n' }), 'workflow', '--json', '--check');
  expect(JSON.parse(stdout)).toEqual({
    options: { forge: 'gitlab', runner: 'none', mode: 'paired', enforce: 'main', forkComments: false, schedule: true, defaultBranch: 'trunk' },
    files: [{ path: '.gitlab-ci.benchline.yml', state: 'absent' }],
    written: [],
  });
});

it.each([
  [['--forge', 'sourcehut'], /github, gitlab/],
  [['--runner', 'make'], /nx, turbo, none/],
  [['--mode', 'fast'], /paired, stored/],
  [['--enforce', 'never'], /main, always/],
  [['--forge', 'gitlab', '--fork-comments'], /for GitHub/],
  [['--default-branch', 'a b'], /cannot name safely/],
])('refuses %j', async (words, why) => {
  expect(await runLine(createWorld(), 'workflow', ...words)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(why) });
});

it('says what to do where no project has a config', async () => {
  expect(await runLine(createFakeWorld({ files: { 'package.json': '{}' } }), 'workflow')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('benchline init') });
});

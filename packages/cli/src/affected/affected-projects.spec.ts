import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { affectedProjects } from './affected-projects.js';

const sha = 'b'.repeat(40);
const git = { mergeBase: sha, defaultBranch: 'origin/main', refs: { 'origin/main': 'c'.repeat(40), 'origin/next': 'd'.repeat(40) } };
const nxFiles = { 'nx.json': '{}', 'node_modules/.bin/nx': '' };
const turboFiles = { 'turbo.json': '{}', 'node_modules/.bin/turbo': '' };
const graph = { graph: { nodes: { text: { data: { root: 'libs/text' } }, core: { data: { root: 'crates/core' } }, docs: { data: { root: '.' } } }, dependencies: {} } };

const nx = (prints: string) => ({
  '/repo/node_modules/.bin/nx show projects': { prints },
  '/repo/node_modules/.bin/nx graph': (command: { args: readonly string[] }) => ({ writes: { [command.args[1]!.slice('--file='.length)]: JSON.stringify(graph) } }),
});
const turbo = (answer: object) => ({ '/repo/node_modules/.bin/turbo query affected': { prints: JSON.stringify(answer) } });

function ask(options: FakeWorldOptions, base: string | null = null) {
  const world = createFakeWorld({ git, ...options });
  return { world, answer: affectedProjects(world, { root: '/repo', base }) };
}

it('asks Nx since the commit at which HEAD left the base, and says names with folders', async () => {
  const { world, answer } = ask({ files: nxFiles, programs: nx('["text","core"]') });
  expect(await answer).toEqual({ names: ['core', 'text'], projects: [{ name: 'core', folder: '/repo/crates/core' }, { name: 'text', folder: '/repo/libs/text' }] });
  expect(world.started[0]!.args).toEqual(['show', 'projects', '--affected', `--base=${sha}`, '--json']);
  expect([...world.files.contents.keys()].filter((path) => path.startsWith('/temporary'))).toEqual([]);
});

it('nothing affected is an answer, not an unknown', async () => {
  expect(await ask({ files: nxFiles, programs: nx('[]') }).answer).toEqual({ names: [], projects: [] });
});

it('asks Turborepo where there is no Nx', async () => {
  const items = [{ name: '//', path: '' }, { name: 'b', path: 'packages/b' }, { name: 'a', path: 'packages/a' }];
  const { world, answer } = ask({ files: turboFiles, programs: turbo({ data: { affectedPackages: { items } } }) });
  expect(await answer).toEqual({ names: ['//', 'a', 'b'], projects: [{ name: '//', folder: '/repo' }, { name: 'a', folder: '/repo/packages/a' }, { name: 'b', folder: '/repo/packages/b' }] });
  expect(world.started[0]!.args).toEqual(['query', 'affected', '--packages', '--base', sha]);
});

it.each<[string, FakeWorldOptions, string | null, RegExp]>([
  ['no task runner', { files: { 'nx.json': '{}' } }, null, /neither Nx nor Turborepo/],
  ['no repository', { files: nxFiles, git: { top: null } }, null, /no git repository/],
  ['a base that is not there', { files: nxFiles }, 'origin/gone', /origin\/gone is not in this clone/],
  ['a shallow clone', { files: nxFiles, git: { ...git, mergeBase: null } }, 'origin/next', /HEAD left origin\/next/],
  ['a runner that fails', { files: nxFiles, programs: { '/repo/node_modules/.bin/nx show projects': { code: 1, complains: '\n NX   Failed to process project graph.\n' } } }, null, /nx show projects ended with code 1; it said: NX {3}Failed/],
  ['a runner that prints something else', { files: nxFiles, programs: nx('no projects') }, null, /did not print a list/],
  ['a query that answers otherwise', { files: turboFiles, programs: turbo({ data: null }) }, null, /did not print a list/],
])('tells why it cannot tell: %s', async (_, options, base, why) => {
  expect(await ask(options, base).answer).toEqual({ unknown: expect.stringMatching(why) });
});

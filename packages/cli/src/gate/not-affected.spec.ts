import type { LoadedConfig } from '../config/load-config.js';
import { createFakeWorld } from '../testing/fake-world.js';
import type { DeclaredProject } from './declared-projects.js';
import { findNotAffected } from './not-affected.js';

const base = 'b'.repeat(40);
const folders = ['/repo/packages/api', '/repo/packages/api/nested', '/repo/packages/web'];

/** A workspace of three projects, of which Nx calls none affected. */
async function notAffected(changed: readonly string[], top = '/repo'): Promise<string[]> {
  const nodes = Object.fromEntries(folders.map((folder) => [folder, { data: { root: folder.slice('/repo/'.length) } }]));
  const programs = {
    '/repo/node_modules/.bin/nx show projects': { prints: '[]' },
    '/repo/node_modules/.bin/nx graph': (command: { args: readonly string[] }) => ({ writes: { [command.args[1]!.slice('--file='.length)]: JSON.stringify({ graph: { nodes } }) } }),
  };
  const world = createFakeWorld({ files: { 'nx.json': '{}', 'node_modules/.bin/nx': '' }, programs, git: { top, mergeBase: base, changed } });
  const declared = folders.map((folder): DeclaredProject => ({ name: folder, folder, shown: folder, raise: {}, own: {} as LoadedConfig, reviewed: null, origin: 'ref' }));
  return [...(await findNotAffected(world, { root: '/repo', base, declared })).folders];
}

it.each(['.nxignore', '.gitignore', 'packages/.gitignore'])('a change of %s does not hide from the task runner what changed with it', async (ignoring) => {
  expect(await notAffected([ignoring, 'packages/api/slow.ts', 'README.md'])).toEqual([folders[1], folders[2]]);
  expect(await notAffected([ignoring, 'packages/api/nested/slow.ts'])).toEqual([folders[0], folders[2]]);
  expect(await notAffected([ignoring, 'packages/apis/slow.ts'])).toEqual(folders);
});

it('in a workspace below the repository\'s top, too', async () => {
  expect(await notAffected(['.gitignore', 'repo/packages/web/slow.ts'], '/')).toEqual([folders[0], folders[1]]);
});

it('what was ignored before stays ignored', async () => {
  expect(await notAffected(['packages/api/notes.md'])).toEqual(folders);
});

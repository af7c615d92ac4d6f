import { createFakeWorld, type FakeWorldOptions } from '../testing/fake-world.js';
import { removeLeftWorktrees } from './left-worktrees.js';

const base = '/tmp/benchline-paired-a1/base';

async function remove({ files = {}, worktrees = [base], alive = [] }: { files?: Record<string, string>; worktrees?: string[]; alive?: number[] }) {
  const options: FakeWorldOptions = { files: { '/repo/x': '', ...files }, git: { worktrees: ['/repo', ...worktrees] }, alive };
  const world = createFakeWorld(options);
  const removed: string[] = [];
  const git = { ...world.git, removeWorktree: async (_: string, path: string) => { removed.push(path); await world.files.remove(path); } };
  await removeLeftWorktrees({ ...world, git }, '/repo');
  return { removed, left: world.files.paths('/tmp') };
}

describe('removeLeftWorktrees', () => {
  const owner = { '/tmp/benchline-paired-a1/owner.json': '{"pid":7}' };

  it('removes what a dead run left, worktrees and folder', async () => {
    expect(await remove({ files: { ...owner, [`${base}/.git`]: '', [`${base}/a`]: '' } })).toEqual({ removed: [base], left: [] });
  });

  it('keeps those of a run that is alive', async () => {
    expect(await remove({ files: { ...owner, [`${base}/.git`]: '' }, alive: [7] })).toMatchObject({ removed: [] });
  });

  it('keeps a folder without the mark of a run, whatever it is called', async () => {
    const files = { [`${base}/.git`]: '', '/tmp/benchline-paired-a1/mine': '' };
    expect(await remove({ files })).toEqual({ removed: [], left: Object.keys(files).sort() });
  });

  it('keeps other worktrees', async () => {
    expect(await remove({ files: { '/tmp/benchline-paired-a1/feature/.git': '', ...owner }, worktrees: ['/tmp/benchline-paired-a1/feature', '/tmp/other/base'] })).toMatchObject({ removed: [] });
  });

  it('drops the entry of a worktree whose folder is gone', async () => {
    expect(await remove({})).toEqual({ removed: [base], left: [] });
  });
});

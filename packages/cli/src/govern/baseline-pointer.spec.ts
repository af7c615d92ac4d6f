import { createFakeWorld } from '../testing/fake-world.js';
import { UserError } from '../user-error.js';
import { claimingPointer } from './baseline-pointer.js';

const folder = '/repo/baselines';

function folderOf() {
  const world = createFakeWorld();
  return { world, place: { world, folder } };
}

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const cause = await work.then(() => null, (error: unknown) => error);
  return cause instanceof UserError ? cause.findings.map(({ code }) => code) : [String(cause)];
}

describe('a claim on the pointer', () => {
  it('keeps a second promotion out, and is gone afterwards', async () => {
    const { world, place } = folderOf();
    await claimingPointer(place, async () => {
      expect(await codesOf(claimingPointer(place, async () => 1))).toEqual(['BNL006']);
    });
    expect(world.files.paths(folder)).toEqual([]);
    await expect(claimingPointer(place, async () => 2)).resolves.toBe(2);
  });

  it('is released when the work fails', async () => {
    const { place } = folderOf();
    await expect(claimingPointer(place, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(claimingPointer(place, async () => 2)).resolves.toBe(2);
  });

  it.each([
    ['of a process that died', JSON.stringify({ processId: 77, at: Date.UTC(2026, 10, 20, 12) })],
    ['that is torn', '{"proc'],
    ['of long ago', JSON.stringify({ processId: 4242, at: 0 })],
  ])('%s is taken over', async (_, claim) => {
    const { world, place } = folderOf();
    world.files.put(`${folder}/current.json.claim`, claim);
    await expect(claimingPointer(place, async () => 3)).resolves.toBe(3);
  });

  it('that was taken over is not released by the one that lost it', async () => {
    const { world, place } = folderOf();
    await claimingPointer(place, async () => world.files.put(`${folder}/current.json.claim`, 'of another'));
    expect(world.files.text(`${folder}/current.json.claim`)).toBe('of another');
  });

  it('made by another while an abandoned one is taken over stays the other\'s', async () => {
    const { world, place } = folderOf();
    const path = `${folder}/current.json.claim`;
    const theirs = JSON.stringify({ processId: 4242, at: Date.UTC(2026, 10, 20, 12) });
    world.files.put(path, '{"proc');
    const { rename } = world.files;
    world.files.rename = async (from, to) => { world.files.put(path, theirs); await rename(from, to); };
    expect(await codesOf(claimingPointer(place, async () => 1))).toEqual(['BNL006']);
    expect(world.files.paths(folder).map((each) => [each, world.files.text(each)])).toEqual([[path, theirs]]);
  });
});

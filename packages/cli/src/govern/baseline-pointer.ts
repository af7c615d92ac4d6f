import type { BaselinePointer } from '@benchline/core/model';
import { readArtefact } from '../artefacts/read-artefact.js';
import { writeArtefact } from '../artefacts/write-artefact.js';
import type { World } from '../ports/world.js';
import { userError, type UserError } from '../user-error.js';
import { pointerPath, type BaselinePlace, type PointedBaseline } from './baseline-place.js';

/** A promotion that has held the pointer for longer has died: swapping takes milliseconds. */
const claimLifeMs = 60_000;

/** Which baseline is in force for each host class; of a project without any: none. */
export async function readPointer(place: BaselinePlace): Promise<BaselinePointer> {
  const path = pointerPath(place);
  if (!(await place.world.files.exists(path))) return { schemaVersion: 1, current: {} };
  return (await readArtefact(place.world, 'baseline-pointer', path)).value;
}

/** The baseline in force for a host class; null: none. */
export function pointedAt(pointer: BaselinePointer, hostClass: string): PointedBaseline | null {
  return Object.hasOwn(pointer.current, hostClass) ? pointer.current[hostClass]! : null;
}

/** Runs `work` while no other promotion may touch this folder. A claim left by one that died is taken over. */
export async function claimingPointer<T>(place: BaselinePlace, work: () => Promise<T>): Promise<T> {
  const { files, clock, processId, randomId } = place.world;
  const path = `${pointerPath(place)}.claim`;
  const mine = JSON.stringify({ processId, at: clock.now(), id: randomId() });
  if (!(await files.writeIfAbsent(path, mine))) {
    await clearAbandoned(place.world, path);
    if (!(await files.writeIfAbsent(path, mine))) throw busy(path);
  }
  try {
    return await work();
  } finally {
    // One that was taken over in the meantime is another's.
    if ((await claimAt(place.world, path)) === mine) await files.remove(path);
  }
}

/** Moves an abandoned claim away. Of several who find it, one moves it; who moved a claim that was made since then puts it back. */
async function clearAbandoned(world: World, path: string): Promise<void> {
  const { files, randomId } = world;
  const found = await claimAt(world, path);
  if (found === null) return;
  if (!isAbandoned(world, found)) throw busy(path);
  const aside = `${path}.${randomId().slice(0, 8)}`;
  await files.rename(path, aside).catch(() => { throw busy(path); });
  const moved = await claimAt(world, aside);
  if (moved !== null && moved !== found) await files.writeIfAbsent(path, moved);
  await files.remove(aside);
  if (moved !== found) throw busy(path);
}

/** null: there is none. */
async function claimAt({ files }: World, path: string): Promise<string | null> {
  return files.readText(path).catch(() => null);
}

function busy(path: string): UserError {
  return userError('BNL006', { problem: 'another promotion into this folder is under way' }, { file: path });
}

function isAbandoned({ clock, isAlive }: World, claim: string): boolean {
  try {
    const { processId, at } = JSON.parse(claim) as { processId?: unknown; at?: unknown };
    return typeof at !== 'number' || typeof processId !== 'number' || !isAlive(processId) || clock.now() - at > claimLifeMs;
  } catch {
    return true;
  }
}

/** Puts a baseline in force for a host class, if the one in force is still the one that was `seen`; the rest of the pointer stays. */
export async function swapPointer(place: BaselinePlace, hostClass: string, { seen, to }: { seen: PointedBaseline | null; to: PointedBaseline }): Promise<void> {
  const pointer = await demandSeen(place, hostClass, seen);
  const entries = [...Object.entries(pointer.current).filter(([name]) => name !== hostClass), [hostClass, to] as const];
  const current = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeArtefact(place.world, 'baseline-pointer', pointerPath(place), { schemaVersion: 1, current });
}

/** The pointer, if what it says of the host class is still what was `seen`. */
export async function demandSeen(place: BaselinePlace, hostClass: string, seen: PointedBaseline | null): Promise<BaselinePointer> {
  const pointer = await readPointer(place);
  const now = pointedAt(pointer, hostClass);
  if (now?.id === seen?.id && now?.digest === seen?.digest) return pointer;
  throw userError('BNL006', { problem: `the baseline of ${hostClass} was changed meanwhile, from ${seen?.id ?? 'none'} to ${now?.id ?? 'none'}` }, { file: pointerPath(place) });
}

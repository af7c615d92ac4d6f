import { readPointer, pointedAt } from './baseline-pointer.js';
import type { BaselinePlace, PointedBaseline } from './baseline-place.js';
import { readBaseline, readStoredBaseline, type StoredBaseline } from './baseline-store.js';

/**
 * The baseline to compare with: the one in force for the host class, else the newest one in force for another class (its rows will not be
 * comparable, and say why), else null.
 */
export async function chooseBaseline(place: BaselinePlace, hostClass: string): Promise<StoredBaseline | null> {
  const pointer = await readPointer(place);
  const own = pointedAt(pointer, hostClass);
  const chosen = own ?? (await newestOf(place, Object.values(pointer.current)));
  return chosen === null ? null : readStoredBaseline(place, chosen);
}

/** The newest baseline in force, of whatever host class; null: there is none. */
export async function newestBaseline(place: BaselinePlace): Promise<StoredBaseline | null> {
  const newest = await newestOf(place, Object.values((await readPointer(place)).current));
  return newest === null ? null : readStoredBaseline(place, newest);
}

async function newestOf(place: BaselinePlace, pointed: readonly PointedBaseline[]): Promise<PointedBaseline | null> {
  let newest: { at: string; pointed: PointedBaseline } | null = null;
  for (const candidate of pointed) {
    const { baseline } = await readBaseline(place, candidate.id, candidate.digest);
    if (newest === null || baseline.promotion.at > newest.at) newest = { at: baseline.promotion.at, pointed: candidate };
  }
  return newest?.pointed ?? null;
}

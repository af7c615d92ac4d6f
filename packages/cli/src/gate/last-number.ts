import { join } from 'node:path';
import type { LastNumber } from '@benchline/core/model';
import { readPointer } from '../govern/baseline-pointer.js';
import { readBaseline } from '../govern/baseline-store.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import type { DeclaredProject } from './declared-projects.js';
import type { ReadResult } from './read-results.js';

/** When a project was measured last: the newest report of a baseline in force in the policy's world, or a report that lies in the workspace, whichever is younger. null: nobody can tell. */
export async function lastNumber(world: World, { reviewed, own }: DeclaredProject, results: readonly ReadResult[]): Promise<LastNumber | null> {
  const reports = results.flatMap((one): LastNumber[] => (one.artefact === 'performance-report' ? [{ from: 'report', at: one.value.createdAt, commit: one.value.provenance.commit.sha }] : []));
  const loaded = reviewed ?? own;
  const promoted = loaded === null ? [] : await promotedNumbers(world, join(loaded.projectRoot, loaded.config.baselines.directory));
  return [...promoted, ...reports].sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** A baseline that cannot be read tells nothing; comparing with it will say so. */
async function promotedNumbers(world: World, folder: string): Promise<LastNumber[]> {
  const place = { world, folder };
  try {
    const pointed = Object.values((await readPointer(place)).current);
    const baselines = await Promise.all(pointed.map(({ id, digest }) => readBaseline(place, id, digest)));
    return baselines.flatMap(({ baseline: { reports, promotion } }) => reports.map(({ createdAt }) => ({ from: 'baseline' as const, at: createdAt, commit: promotion.commit.sha })));
  } catch (cause) {
    if (cause instanceof UserError) return [];
    throw cause;
  }
}

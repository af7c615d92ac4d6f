import type { Baseline } from '@benchline/core/model';
import { baselinePath, type BaselinePlace, type PointedBaseline } from './baseline-place.js';
import { claimingPointer, demandSeen, swapPointer } from './baseline-pointer.js';
import { addBaseline, readStoredBaseline, type ReportSource } from './baseline-store.js';

interface Promotion {
  baseline: Baseline;
  sources: readonly ReportSource[];
  /** What was in force for the host class when the promotion was judged. */
  seen: PointedBaseline | null;
}

/** Writes a baseline and puts it in force. One that an interrupted promotion left whole is taken as it stands; false: it was in force already. */
export async function promoteReports(place: BaselinePlace, { baseline, sources, seen }: Promotion): Promise<boolean> {
  if (seen?.id === baseline.id) return false;
  await claimingPointer(place, async () => {
    await demandSeen(place, baseline.hostClass, seen);
    const stands = await place.world.files.exists(baselinePath(place, baseline.id));
    const to = stands ? pointTo(await readStoredBaseline(place, { id: baseline.id })) : await addBaseline(place, baseline, sources);
    await swapPointer(place, baseline.hostClass, { seen, to });
  });
  return true;
}

function pointTo({ baseline, digest }: { baseline: Baseline; digest: string }): PointedBaseline {
  return { id: baseline.id, digest };
}

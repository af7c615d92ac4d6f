import { join } from 'node:path';
import { planRetention } from '@benchline/core/judge';
import type { BaselineConfig } from '@benchline/core/model';
import { baselineFolder, type BaselinePlace } from './baseline-place.js';
import { claimingPointer, readPointer } from './baseline-pointer.js';
import { listBaselines } from './baseline-store.js';

const retiredPrefix = '.retired-';

/** What retention keeps and what it would remove. */
export async function planRetirement(place: BaselinePlace, { keep, keepMonths }: BaselineConfig): Promise<{ keep: string[]; prune: string[] }> {
  const { baselines } = await listBaselines(place);
  const now = new Date(place.world.clock.now()).toISOString();
  return planRetention({ baselines, pointer: await readPointer(place), now, keep, keepMonths });
}

/** Removes what retention does not keep. A baseline is renamed first, so that a crash never leaves half of one under its name. */
export async function retireBaselines(place: BaselinePlace, config: BaselineConfig): Promise<{ keep: string[]; prune: string[] }> {
  return claimingPointer(place, async () => {
    const plan = await planRetirement(place, config);
    for (const id of plan.prune) await place.world.files.rename(baselineFolder(place, id), join(place.folder, `${retiredPrefix}${id}`));
    for (const { name } of await place.world.files.list(place.folder)) {
      if (name.startsWith(retiredPrefix)) await place.world.files.remove(join(place.folder, name));
    }
    return plan;
  });
}

import { dirname, join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { packageLayout } from './package-layout.js';

/** Makes a folder under another name and moves it into place when it is whole, so that half a package never stands there. */
export async function placePackage<T>(world: World, folder: string, { replace, make }: { replace: boolean; make: (staging: string) => Promise<T> }): Promise<T> {
  await demandFree(world, folder, replace);
  const staging = join(dirname(folder), `.package-${world.randomId().slice(0, 8)}`);
  try {
    const made = await make(staging);
    if (await world.files.exists(folder)) await world.files.remove(folder);
    await world.files.rename(staging, folder);
    return made;
  } catch (cause) {
    await world.files.remove(staging);
    throw cause;
  }
}

/** A folder that the user names is theirs; one that Benchline names may hold its own earlier package, and nothing else. */
async function demandFree({ files }: World, folder: string, replace: boolean): Promise<void> {
  const entries = await files.list(folder);
  if (entries.length === 0 && !(await files.exists(folder))) return;
  if (entries.length === 0 || (replace && entries.some(({ name }) => name === packageLayout.manifest))) return;
  throw userError('BNL016', { problem: `${folder} exists and is not empty`, fix: 'Name another folder with --output, or remove this one.' });
}

import { join, relative } from 'node:path';
import type { World } from '../ports/world.js';
import { findCi } from './ci-provider.js';

/**
 * `.benchline/measured-here.json`: which reports were measured in this folder, the last one at each path, and in which CI run. It is no output of the task that measures, so a task cache
 * never restores it: a report that it does not name was brought here. Times of files do not tell it: without its daemon Nx writes a report back over itself. Git-ignored with its folder.
 */
interface MeasuredHere {
  schemaVersion: 1;
  reports: { runId: string; path: string; ci: string | null }[];
}

export const measuredHereName = 'measured-here.json';

/** Reports remembered, the newest last; `--output` can write many. */
const remembered = 50;

/** A report's file, and the run that it is of. */
export interface PlacedReport {
  path: string;
  runId: string;
}

type Here = Pick<World, 'files' | 'env'>;

/** Notes that a report was written here, just now. `folder` is the project's `.benchline`. */
export async function noteMeasuredHere(world: Here, folder: string, { path, runId }: PlacedReport): Promise<void> {
  const marker = join(folder, measuredHereName);
  const shown = shownPath(folder, path);
  const others = (await readMarker(world, marker)).filter((one) => one.path !== shown);
  const note: MeasuredHere = { schemaVersion: 1, reports: [...others.slice(1 - remembered), { runId, path: shown, ci: ciKey(world) }] };
  await world.files.writeAtomically(marker, `${JSON.stringify(note, null, 2)}\n`);
}

/** Whether a report is what was measured last at its path in this folder, in CI by this very run. A marker that cannot be read says nothing. */
export async function isMeasuredHere(world: Here, folder: string, { path, runId }: PlacedReport): Promise<boolean> {
  const shown = shownPath(folder, path);
  const ci = ciKey(world);
  return (await readMarker(world, join(folder, measuredHereName))).some((one) => one.path === shown && one.runId === runId && one.ci === ci);
}

/** A folder that was uploaded whole, or that a CI machine keeps, brings its marker along into another run. */
function ciKey({ env }: Here): string | null {
  const ci = findCi(env);
  return ci === null ? null : [ci.provider, ci.pipeline ?? ci.run ?? ''].join(' ');
}

function shownPath(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

async function readMarker({ files }: Here, path: string): Promise<MeasuredHere['reports']> {
  try {
    const { reports } = JSON.parse(await files.readText(path)) as Partial<MeasuredHere>;
    return Array.isArray(reports) ? reports.filter((one) => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}

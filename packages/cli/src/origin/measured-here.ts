import { basename, dirname, join, relative } from 'node:path';
import type { World } from '../ports/world.js';

/**
 * `.benchline/measured-here.json`: which reports were written in this folder. It is no output of the task that measures, so a task cache never restores it: a report that it does not
 * name, or that no longer stands as it was written, was brought here. Git-ignored with the folder it lies in.
 */
interface MeasuredHere {
  schemaVersion: 1;
  reports: { runId: string; path: string; modifiedMs: number }[];
}

export const measuredHereName = 'measured-here.json';

/** Reports remembered, the newest last; `--output` can write many. */
const remembered = 50;

/** A report's file, and the run that it is of. */
export interface PlacedReport {
  path: string;
  runId: string;
}

/** Notes that a report was written here, just now. `folder` is the project's `.benchline`. */
export async function noteMeasuredHere(world: Pick<World, 'files'>, folder: string, { path, runId }: PlacedReport): Promise<void> {
  const marker = join(folder, measuredHereName);
  const shown = shownPath(folder, path);
  const modifiedMs = await modified(world, path);
  if (modifiedMs === null) return;
  const others = (await readMarker(world, marker)).filter((one) => one.path !== shown);
  const note: MeasuredHere = { schemaVersion: 1, reports: [...others.slice(1 - remembered), { runId, path: shown, modifiedMs }] };
  await world.files.writeAtomically(marker, `${JSON.stringify(note, null, 2)}\n`);
}

/** Whether a report stands as it was written in this folder. A marker that cannot be read says nothing. */
export async function isMeasuredHere(world: Pick<World, 'files'>, folder: string, { path, runId }: PlacedReport): Promise<boolean> {
  const shown = shownPath(folder, path);
  const note = (await readMarker(world, join(folder, measuredHereName))).find((one) => one.path === shown && one.runId === runId);
  return note !== undefined && (await modified(world, path)) === note.modifiedMs;
}

function shownPath(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

/** A cache or a download writes the file anew, with another time. */
async function modified({ files }: Pick<World, 'files'>, path: string): Promise<number | null> {
  return (await files.list(dirname(path))).find(({ name }) => name === basename(path))?.modifiedMs ?? null;
}

async function readMarker({ files }: Pick<World, 'files'>, path: string): Promise<MeasuredHere['reports']> {
  try {
    const { reports } = JSON.parse(await files.readText(path)) as Partial<MeasuredHere>;
    return Array.isArray(reports) ? reports.filter((one) => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}

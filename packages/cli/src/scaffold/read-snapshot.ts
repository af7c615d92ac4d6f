import { join } from 'node:path';
import type { Files } from '../ports/files.js';
import { within } from '../tools/detection/folder-of.js';
import type { Snapshot } from './scaffold-plan.js';
import { isLookedInto, isWorthReading } from './snapshot-scope.js';

const depthLimit = 12;
const textLimit = 1024 * 1024;

/** The files below a folder, without those of other people (node_modules, target, ...). Links are not followed. */
export async function readSnapshot(files: Files, root: string): Promise<Snapshot> {
  const snapshot = new Map<string, string | null>();
  await readFolder({ files, root, snapshot }, '', 0);
  return snapshot;
}

interface Walk {
  files: Files;
  root: string;
  snapshot: Map<string, string | null>;
}

async function readFolder(walk: Walk, folder: string, depth: number): Promise<void> {
  for (const { name, kind, bytes } of await walk.files.list(join(walk.root, folder))) {
    const path = within(folder, name);
    if (kind === 'folder' && depth < depthLimit && isLookedInto(name)) await readFolder(walk, path, depth + 1);
    if (kind !== 'file') continue;
    const readable = isWorthReading(path) && bytes <= textLimit;
    walk.snapshot.set(path, readable ? await walk.files.readText(join(walk.root, path), textLimit) : null);
  }
}

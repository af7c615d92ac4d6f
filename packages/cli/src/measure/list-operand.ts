import { basename, dirname } from 'node:path';
import type { World } from '../ports/world.js';
import { walkFolder } from '../tools/walk-folder.js';
import { userError } from '../user-error.js';
import type { UnreadFile } from '../tools/output-file.js';

/** What is ingested as a round: a file, or what lies in a folder. */
export interface Operand {
  /** Absolute. */
  path: string;
  files: readonly UnreadFile[];
}

/** As many raw files as a report may name. */
const mostFiles = 100_000;

/** A file, or every JSON file below a folder (of Criterion's folders only the newest run), by absolute paths. */
export async function listOperand(path: string, world: Pick<World, 'files'>): Promise<Operand> {
  const entry = (await world.files.entries(dirname(path))).find(({ name }) => name === basename(path));
  if (entry?.kind !== 'folder') return { path, files: [{ path, from: path }] };
  const found: string[] = [];
  for await (const file of walkFolder(world.files, path, (inside) => !['report', 'base', 'change'].includes(basename(inside)))) {
    if (/\.(json|ndjson|jsonl)$/.test(file.path)) found.push(file.absolute);
  }
  const newest = found.filter((file) => basename(dirname(file)) === 'new');
  if (found.length === 0) throw userError('BNL008', { path: `${path}/*.json`, purpose: 'tool output to read' }, { file: path });
  return { path, files: (newest.length > 0 ? newest : found).map((file) => ({ path: file, from: file })) };
}

/** Throws BNL012 where a report could not name all the files. */
export function checkFileCount(rounds: readonly (readonly unknown[])[]): void {
  const count = rounds.reduce((sum, files) => sum + files.length, 0);
  if (count > mostFiles) throw userError('BNL012', { limit: `${mostFiles} files`, found: `${count}` });
}

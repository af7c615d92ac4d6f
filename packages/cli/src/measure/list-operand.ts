import { basename, dirname } from 'node:path';
import type { World } from '../ports/world.js';
import type { UnreadFile } from '../tools/output-file.js';
import { walkFolder } from '../tools/walk-folder.js';
import { userError } from '../user-error.js';
import { checkInterrupted } from './check-interrupted.js';

/** What is ingested as a round: a file, or what lies in a folder. */
export interface Operand {
  /** Absolute. */
  path: string;
  files: readonly UnreadFile[];
}

/** Files of a folder; who has more has named the wrong one. */
const mostFiles = 1_000_000;

/** A file, or every JSON file below a folder (of Criterion's folders only the newest run), by absolute paths. `root` is as SourceFile has it. */
export async function listOperand(path: string, root: string, world: Pick<World, 'files' | 'signal'>): Promise<Operand> {
  const entry = (await world.files.entries(dirname(path))).find(({ name }) => name === basename(path));
  if (entry?.kind !== 'folder') return { path, files: [{ path, from: path, root }] };
  const found = await findOutput(path, world);
  const newest = found.filter((file) => inNew.test(file));
  if (found.length === 0) throw userError('BNL008', { path: `${path}/*.json`, purpose: 'tool output to read' }, { file: path });
  return { path, files: (newest.length > 0 ? newest : found).map((file) => ({ path: file, from: file, root })) };
}

const inNew = /[/\\]new[/\\][^/\\]+$/;

async function findOutput(folder: string, world: Pick<World, 'files' | 'signal'>): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, absolute } of walkFolder(world.files, folder, (inside) => !['report', 'base', 'change'].includes(basename(inside)))) {
    checkInterrupted(world);
    if (/\.(json|ndjson|jsonl)$/.test(path)) found.push(absolute);
    if (found.length > mostFiles) throw userError('BNL012', { limit: `${mostFiles} files of output`, found: 'more' }, { file: folder });
  }
  return found;
}

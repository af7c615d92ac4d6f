import { basename, dirname } from 'node:path';
import type { SourceFile } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { walkFolder } from '../tools/walk-folder.js';

/** A file, or every JSON file below a folder (of Criterion's folders only the newest run), as findings name them. */
export async function readOperand(path: string, world: World): Promise<SourceFile[]> {
  const entry = (await world.files.list(dirname(path))).find(({ name }) => name === basename(path));
  if (entry?.kind !== 'folder') return [{ path, text: await world.files.readText(path) }];
  const found: SourceFile[] = [];
  for await (const file of walkFolder(world.files, path, (inside) => !['report', 'base', 'change'].includes(basename(inside)))) {
    if (/\.(json|ndjson|jsonl)$/.test(file.path)) found.push({ path: file.absolute, text: await world.files.readText(file.absolute) });
  }
  const newest = found.filter((file) => basename(dirname(file.path)) === 'new');
  if (found.length === 0) throw userError('BNL008', { path: `${path}/*.json`, purpose: 'tool output to read' }, { file: path });
  return newest.length > 0 ? newest : found;
}

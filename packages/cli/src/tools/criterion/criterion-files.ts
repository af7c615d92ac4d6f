import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '@benchline/core/parse';
import type { Files } from '../../ports/files.js';
import { walkFolder } from '../walk-folder.js';

/** estimates.json is derived from the sample and only kept. */
const wanted = new Set(['benchmark.json', 'sample.json']);

/** Criterion's result files of the newest run (`<benchmark>/new/*.json`) under its output folder, in order of path. */
export async function readCriterionFiles(files: Files, folder: string, shown: string): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for await (const { path, absolute } of walkFolder(files, folder, (inside) => basename(inside) !== 'report')) {
    if (basename(dirname(path)) !== 'new' || !wanted.has(basename(path))) continue;
    found.push({ path: join(shown, path), text: await files.readText(absolute) });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Removes plots and copies: what is kept is what was read. */
export async function pruneCriterionFolder(files: Files, folder: string): Promise<void> {
  const superfluous = new Set<string>();
  for await (const { path } of walkFolder(files, folder)) {
    if (basename(dirname(path)) === 'new') for (const name of ['report', 'base', 'change']) superfluous.add(join(folder, dirname(dirname(path)), name));
  }
  for (const path of [join(folder, 'report'), ...superfluous]) if (await files.exists(path)) await files.remove(path);
}

/** Ids measured more than once in one run: the later result has overwritten the earlier. From Criterion's own progress lines. */
export function findRepeatedIds(progress: string): string[] {
  const ids = [...progress.matchAll(/^Benchmarking (.+): Analyzing\r?$/gm)].map(([, id]) => id as string);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

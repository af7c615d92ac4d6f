import { dirname, join } from 'node:path';
import type { World } from '../ports/world.js';
import { findConfigFile } from './find-config-file.js';

/** The workspace that a project belongs to. */
export interface Workspace {
  root: string;
  /** Shared defaults; null if there are none, or if the project is the root itself. */
  configFile: string | null;
}

const marks = ['nx.json', 'turbo.json', '.git'];

/**
 * The nearest folder above the project (or the project itself) with nx.json, turbo.json or .git and a config file of its own;
 * without such a config the nearest with nx.json, else the farthest that is marked (a Turborepo has a turbo.json in its packages too).
 */
export async function findWorkspace(world: Pick<World, 'files'>, projectRoot: string): Promise<Workspace> {
  const marked = await markedFolders(world, projectRoot);
  for (const { folder } of marked) {
    const configFile = folder === projectRoot ? null : await findConfigFile(world, folder);
    if (configFile !== null) return { root: folder, configFile };
  }
  const root = marked.find(({ found }) => found.includes('nx.json')) ?? marked.at(-1);
  return { root: root?.folder ?? projectRoot, configFile: null };
}

/** The marked folders from the project upwards, up to the repository's top. */
async function markedFolders({ files }: Pick<World, 'files'>, projectRoot: string): Promise<{ folder: string; found: string[] }[]> {
  const marked = [];
  for (let folder = projectRoot; ; folder = dirname(folder)) {
    const present = await Promise.all(marks.map((mark) => files.exists(join(folder, mark))));
    const found = marks.filter((_, index) => present[index]);
    if (found.length > 0) marked.push({ folder, found });
    if (found.includes('.git') || dirname(folder) === folder) return marked;
  }
}

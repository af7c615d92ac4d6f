import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** Refuses a baseline folder that lies outside of the workspace, be it by `..` or by a symbolic link. */
export async function checkBaselineFolder({ files }: Pick<World, 'files'>, projectRoot: string, { directory, workspaceRoot }: { directory: string; workspaceRoot: string }): Promise<void> {
  const real = await realPathOf(files, resolve(projectRoot, directory));
  const way = relative(await files.realPath(workspaceRoot), real);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw userError('BNL016', { problem: `The baseline folder ${directory} lies outside of the workspace`, fix: 'Set "baselines.directory" to a folder inside the repository; a symbolic link must not lead out of it.' }, { pointer: '/baselines/directory' });
}

/** The real path of what exists already, with the rest as written. */
async function realPathOf(files: World['files'], path: string): Promise<string> {
  if ((await files.exists(path)) || dirname(path) === path) return files.realPath(path);
  return resolve(await realPathOf(files, dirname(path)), relative(dirname(path), path));
}

import type { Tree } from '@nx/devkit';
import { missingFiles, readConfiguredProjects } from '../configured-projects.js';

/** What Nx shows where the workspace is out of step. */
export interface SyncResult {
  outOfSyncMessage?: string;
}

/** Keeps what belongs to the configs in step with them: a baseline folder that git keeps for each project, the ignore line for what was measured last. */
export default async function syncGenerator(tree: Tree): Promise<SyncResult> {
  const files = missingFiles(tree, await readConfiguredProjects(tree));
  for (const { path, text } of files) tree.write(path, text);
  return files.length === 0 ? {} : { outOfSyncMessage: `Benchline: missing beside the configs: ${shortened(files.map(({ path }) => path))}.` };
}

/** A thousand projects have one cause: a few paths tell it. */
function shortened(paths: readonly string[]): string {
  const rest = paths.length - 5;
  return rest > 0 ? `${paths.slice(0, 5).join(', ')} and ${rest} more` : paths.join(', ');
}

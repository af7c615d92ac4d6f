import type { Tree } from '@nx/devkit';
import { missingFiles, readConfiguredProjects } from '../configured-projects.js';
import { outdatedWorkflows } from './outdated-workflows.js';

/** What Nx shows where the workspace is out of step. */
export interface SyncResult {
  outOfSyncMessage?: string;
}

/** Keeps what belongs to the configs in step with them: a baseline folder that git keeps for each project, the ignore line, the generated workflows. */
export default async function syncGenerator(tree: Tree): Promise<SyncResult> {
  const missing = missingFiles(tree, await readConfiguredProjects(tree));
  const outdated = outdatedWorkflows(tree);
  for (const { path, text } of [...missing, ...outdated]) tree.write(path, text);
  const told = [...describe('missing beside the configs', missing), ...describe('generated, and outdated', outdated)];
  return told.length === 0 ? {} : { outOfSyncMessage: `Benchline: ${told.join('; ')}.` };
}

/** A thousand projects have one cause: a few paths tell it. */
function describe(what: string, files: readonly { path: string }[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length - 5;
  const shown = files.slice(0, 5).map(({ path }) => path).join(', ');
  return [`${what}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`];
}

import { formatFiles, logger, type Tree } from '@nx/devkit';
import { inspectWorkflows, isUserError, planWorkflows, type InspectedWorkflow, type Snapshot, type WorkflowRequest } from 'benchline';
import { defaultBranch } from '../default-branch.js';
import { readSnapshot } from '../read-snapshot.js';

export interface WorkflowGeneratorOptions extends WorkflowRequest {
  skipFormat?: boolean;
}

/** Writes the CI workflows that are absent or outdated; one that was edited by hand is left alone. What is not asked for is as in the workflows that stand. */
export default async function workflowGenerator(tree: Tree, { skipFormat, ...asked }: WorkflowGeneratorOptions): Promise<void> {
  const snapshot = readSnapshot(tree);
  const { request, files } = inspect(asked, snapshot, tree);
  if (files.length === 0) throw new Error('No project has a benchline.json, so there is nothing to measure. Write one first: nx g @benchline/nx:configuration.');
  for (const { path, text } of planWorkflows(request, snapshot)) tree.write(path, text);
  for (const { path, state } of files) {
    if (state === 'edited' && asked.force !== true) logger.warn(`${path} was written or edited by hand, and is left alone (--force writes over it).`);
    if (state === 'leftover') logger.warn(`${path} is not asked for any more; delete it.`);
  }
  if (skipFormat !== true) await formatFiles(tree);
}

/** nx.json names the default branch where no workflow stands that does. */
function inspect(asked: WorkflowRequest, snapshot: Snapshot, tree: Tree): { request: WorkflowRequest; files: InspectedWorkflow[] } {
  try {
    const standing = inspectWorkflows(asked, snapshot);
    if (standing.files.some(({ state }) => state !== 'absent')) return { request: asked, files: standing.files };
    const request = { defaultBranch: defaultBranch(tree), ...asked };
    return { request, files: inspectWorkflows(request, snapshot).files };
  } catch (error) {
    throw isUserError(error) ? new Error(error.findings.map(({ what, fix }) => `${what}. ${fix}`).join('\n'), { cause: error }) : error;
  }
}

import { formatFiles, type Tree } from '@nx/devkit';
import { missingFiles, readConfiguredProjects } from '../configured-projects.js';
import { findProjectRoot } from '../find-project-root.js';
import { setBaselineDirectory } from './set-baseline-directory.js';

export interface BaselineDirOptions {
  /** Its name or its folder. */
  project: string;
  /** Relative to the project; default: what its config says. */
  directory?: string;
  skipFormat?: boolean;
}

/** Makes the folder where a project's baselines are kept, and ignores what is only measured. Run again it changes nothing. */
export default async function baselineDirGenerator(tree: Tree, options: BaselineDirOptions): Promise<void> {
  const root = findProjectRoot(tree, options.project);
  if (options.directory !== undefined) setBaselineDirectory(tree, root, options.directory);
  const project = (await readConfiguredProjects(tree)).find((each) => each.root === root);
  if (project === undefined) throw new Error(`${root === '' ? 'The workspace' : root} has no config that can be read. Write one first: nx g @benchline/nx:configuration ${options.project}`);
  for (const { path, text } of missingFiles(tree, [project])) tree.write(path, text);
  if (options.skipFormat !== true) await formatFiles(tree);
}

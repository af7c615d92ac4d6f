import { posix } from 'node:path';
import { globAsync, type Tree } from '@nx/devkit';
import { baselineFolder, planUpkeep, type ConfiguredProject, type PlannedFile } from 'benchline';
import { configFiles, isConfig } from '../config-files.js';
import { parseConfigFacts } from '../read-config-facts.js';

/** Every project with a config that can be read; a broken one is the executors' to tell of. */
export async function readConfiguredProjects(tree: Tree): Promise<ConfiguredProject[]> {
  const files = (await globAsync(tree, [configFiles])).filter(isConfig).sort();
  const found = await Promise.all(files.map((file) => readConfiguredProject(tree, file)));
  return found.flat();
}

async function readConfiguredProject(tree: Tree, file: string): Promise<ConfiguredProject[]> {
  const { hasSuites, malformed, baselineDirectory } = await parseConfigFacts(tree.read(file, 'utf8') ?? '', file);
  const root = posix.dirname(file) === '.' ? '' : posix.dirname(file);
  return malformed || (root === '' && !hasSuites) ? [] : [{ root, baselineDirectory }];
}

/** What these projects lack of baseline folders and ignore lines. */
export function missingFiles(tree: Tree, projects: readonly ConfiguredProject[]): PlannedFile[] {
  const snapshot = new Map<string, string | null>(tree.exists('.gitignore') ? [['.gitignore', tree.read('.gitignore', 'utf8')]] : []);
  for (const folder of projects.flatMap(baselineFolder)) for (const name of tree.children(folder)) snapshot.set(`${folder}/${name}`, null);
  return planUpkeep(snapshot, projects);
}

import { join } from 'node:path';
import { addDependenciesToPackageJson, formatFiles, logger, readJson, readJsonFile, readNxJson, type GeneratorCallback, type Tree } from '@nx/devkit';
import { planScaffold, type ScaffoldPlan } from 'benchline';
import { registerPlugin } from './register-plugin.js';
import { readSnapshot } from './read-snapshot.js';

/** Options of `nx g @benchline/nx:init`; what `nx add` passes besides these has no effect. */
export interface InitOptions {
  ci?: 'github' | 'none';
  skipFormat?: boolean;
  skipPackageJson?: boolean;
}

const packageName = '@benchline/nx';
const { version } = readJsonFile<{ version: string }>(join(__dirname, '../../../package.json'));

/** Sets up benchmarking in a workspace. Run again, it adds what is missing and touches nothing else. */
export default async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const defaultBranch = (readNxJson(tree)?.defaultBase ?? 'main').replace(/^origin\//, '');
  const plan = planScaffold(readSnapshot(tree), { runner: 'nx', turbo: false, ci: options.ci ?? 'github', defaultBranch, version });

  for (const { path, text } of plan.files) tree.write(path, text);
  registerPlugin(tree, packageName);
  const install = options.skipPackageJson ? () => undefined : addToPackageJson(tree);
  if (!options.skipFormat) await formatFiles(tree);

  return async () => {
    await install();
    report(plan);
  };
}

/** Adds the package to devDependencies unless it stands somewhere already, whatever its version. */
function addToPackageJson(tree: Tree): GeneratorCallback {
  if (!tree.exists('package.json')) return () => undefined;
  const { dependencies, devDependencies } = readJson<Record<string, Record<string, string> | undefined>>(tree, 'package.json');
  if (dependencies?.[packageName] !== undefined || devDependencies?.[packageName] !== undefined) return () => undefined;
  return addDependenciesToPackageJson(tree, {}, { [packageName]: version });
}

function report({ projects, kept, skipped }: ScaffoldPlan): void {
  for (const { root, suites } of projects) logger.info(`benchmarks: ${root === '' ? '.' : root} (${suites.map(({ tool }) => tool).join(', ')})`);
  for (const { path, what, why } of skipped) logger.warn(`skipped: ${path}: ${what}: ${why}`);
  if (projects.length === 0) logger.warn(`No benchmarks were found. Add some and run this again, or ${kept.length > 0 ? `add suites to ${kept.join(', ')}` : 'write a benchline.json by hand'}.`);
}

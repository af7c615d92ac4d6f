import { addDependenciesToPackageJson, formatFiles, logger, readJson, type GeneratorCallback, type Tree } from '@nx/devkit';
import { planScaffold, type ScaffoldPlan } from 'benchline';
import { name as packageName } from '../../plugin-name.js';
import { defaultBranch } from '../default-branch.js';
import { packageVersion } from '../package-version.js';
import { readSnapshot } from '../read-snapshot.js';
import { registerSync } from '../register-sync.js';
import { registerPlugin } from './register-plugin.js';

/** Options of `nx g @benchline/nx:init`; what `nx add` passes besides these has no effect. */
export interface InitOptions {
  ci?: 'github' | 'none';
  /** When Nx runs the sync generator: with `nx sync`, before each measurement as well, or never. */
  sync?: 'global' | 'bench' | 'none';
  /** false: a version of the package that stands in package.json is replaced by this one. */
  keepExistingVersions?: boolean;
  skipFormat?: boolean;
  skipPackageJson?: boolean;
}

/** Sets up benchmarking in a workspace. Run again, it adds what is missing and touches nothing else. */
export default async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const plan = planScaffold(readSnapshot(tree), { runner: 'nx', turbo: false, ci: options.ci ?? 'github', defaultBranch: defaultBranch(tree), version: packageVersion });

  for (const { path, text } of plan.files) tree.write(path, text);
  registerPlugin(tree, { sync: options.sync === 'bench' });
  if (options.sync !== 'none') registerSync(tree);
  const install = options.skipPackageJson ? () => undefined : addToPackageJson(tree, options.keepExistingVersions ?? true);
  if (!options.skipFormat) await formatFiles(tree);

  return async () => {
    await install();
    report(plan);
  };
}

/** Adds the package to devDependencies; where it stands already, whatever its version, only if versions need not be kept. */
function addToPackageJson(tree: Tree, keepExistingVersions: boolean): GeneratorCallback {
  if (!tree.exists('package.json')) return () => undefined;
  const { dependencies, devDependencies } = readJson<Record<string, Record<string, string> | undefined>>(tree, 'package.json');
  const stands = dependencies?.[packageName] !== undefined || devDependencies?.[packageName] !== undefined;
  if (stands && keepExistingVersions) return () => undefined;
  return addDependenciesToPackageJson(tree, {}, { [packageName]: packageVersion });
}

function report({ projects, kept, skipped }: ScaffoldPlan): void {
  for (const { root, suites } of projects) logger.info(`benchmarks: ${root === '' ? '.' : root} (${suites.map(({ tool }) => tool).join(', ')})`);
  for (const { path, what, why } of skipped) logger.warn(`skipped: ${path}: ${what}: ${why}`);
  if (projects.length === 0) logger.warn(`No benchmarks were found. Add some (nx g @benchline/nx:perf-spec PROJECT writes a first one) and run this again, or ${kept.length > 0 ? `add suites to ${kept.join(', ')}` : 'write a benchline.json by hand'}.`);
}

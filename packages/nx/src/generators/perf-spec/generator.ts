import { posix } from 'node:path';
import { addDependenciesToPackageJson, formatFiles, readJson, type GeneratorCallback, type Tree } from '@nx/devkit';
import { findProjectRoot } from '../find-project-root.js';
import { packageVersion } from '../package-version.js';
import { addSpecSuite } from './add-spec-suite.js';
import { renderSpec, type SpecKind } from './render-spec.js';

export interface PerfSpecOptions {
  /** Its name or its folder. */
  project: string;
  /** `micro`: calls of a function; `load`: requests to a server. */
  kind?: SpecKind;
  /** Of the file and of the group in it; default: the project's folder. */
  name?: string;
  /** Relative to the project. */
  directory?: string;
  skipFormat?: boolean;
  skipPackageJson?: boolean;
}

/** Writes a first performance spec for a project, and the suite that measures it if its config has none. */
export default async function perfSpecGenerator(tree: Tree, options: PerfSpecOptions): Promise<GeneratorCallback> {
  const root = findProjectRoot(tree, options.project);
  const name = options.name ?? (posix.basename(root).replace(/[^\w.-]/g, '-') || 'workspace');
  const directory = posix.join(options.directory ?? 'bench', '.').replace(/\/$/, '');
  for (const { path, text } of renderSpec(options.kind ?? 'micro', { name, directory })) writeNew(tree, posix.join(root, directory, path), text);
  await addSpecSuite(tree, root);
  const install = options.skipPackageJson === true ? () => undefined : addHarness(tree);
  if (options.skipFormat !== true) await formatFiles(tree);
  return install;
}

function writeNew(tree: Tree, path: string, text: string): void {
  if (tree.exists(path)) throw new Error(`${path} stands already. Add the spec there, or name another one with --name.`);
  tree.write(path, text);
}

/** The spec imports the command line's package: where only direct dependencies can be imported, it has to be one. */
function addHarness(tree: Tree): GeneratorCallback {
  if (!tree.exists('package.json')) return () => undefined;
  const { dependencies, devDependencies } = readJson<Record<string, Record<string, string> | undefined>>(tree, 'package.json');
  return dependencies?.['benchline'] === undefined && devDependencies?.['benchline'] === undefined ? addDependenciesToPackageJson(tree, {}, { benchline: packageVersion }) : () => undefined;
}

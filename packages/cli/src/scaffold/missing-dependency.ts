import { parsePackageManifest, dependenciesOf } from '../tools/detection/package-manifest.js';
import type { ScaffoldOptions, Snapshot } from './scaffold-plan.js';
import type { ScaffoldNote } from './virtual-environments.js';

/** That a repository with a package.json has Benchline only by npx: CI and editors look for it in node_modules. */
export function missingDependency(snapshot: Snapshot, { runner }: Pick<ScaffoldOptions, 'runner'>): ScaffoldNote[] {
  const manifest = snapshot.get('package.json');
  const wanted = runner === 'nx' ? '@benchline/nx' : 'benchline';
  if (manifest === undefined || manifest === null || parsePackageManifest(manifest) === null || wanted in dependenciesOf(manifest)) return [];
  return [{ path: 'package.json', note: `${wanted} is not among its dependencies; the CI workflow runs it from there: npm install --save-dev ${wanted}` }];
}

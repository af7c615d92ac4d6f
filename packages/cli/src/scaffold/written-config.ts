import { posix } from 'node:path';
import type { WrittenConfig, WrittenSuite } from '@benchline/core/model';
import { within } from '../tools/detection/folder-of.js';
import { dependenciesOf } from '../tools/detection/package-manifest.js';
import type { Snapshot } from './scaffold-plan.js';

const schemaPackage = '@benchline/schemas';

/** The first config of a project: what was detected, and the default thresholds written out so that they can be seen and changed. */
export function renderFirstConfig(snapshot: Snapshot, root: string, suites: readonly WrittenSuite[]): string {
  const schema = schemaPath(snapshot, root);
  const config: WrittenConfig = {
    ...(schema === null ? {} : { $schema: schema }),
    suites: [...suites],
    compare: { stored: { warn: '10%', fail: '25%' } },
    slo: [],
    baselines: { keep: 10 },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * Where an editor finds the schema from the project's folder; null where nothing is installed with npm, or where only direct dependencies have a folder
 * (pnpm, Yarn's Plug'n'Play) and the schemas are none: a path that leads nowhere is worse than none.
 */
function schemaPath(snapshot: Snapshot, root: string): string | null {
  const home = ['', root].find((folder) => snapshot.has(within(folder, 'package.json')));
  if (home === undefined) return null;
  const isStrict = ['pnpm-lock.yaml', '.pnp.cjs'].some((name) => snapshot.has(within(home, name)) || snapshot.has(name));
  if (isStrict && !(schemaPackage in dependenciesOf(snapshot.get(within(home, 'package.json'))))) return null;
  const path = posix.relative(root === '' ? '.' : root, within(home, `node_modules/${schemaPackage}/config.v1.json`));
  return path.startsWith('.') ? path : `./${path}`;
}

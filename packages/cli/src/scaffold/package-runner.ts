import type { Snapshot } from './scaffold-plan.js';

/** How CI installs what the lock file names, and runs a program of it; never anything that is not locked. */
export interface PackageRunner {
  install: string;
  /** The same, where no package may run code of its own while it is installed: in jobs that may write. */
  installWithoutScripts: string;
  /** What stands before a program's name. */
  execute: string;
  corepack: boolean;
}

const byLockFile: readonly (readonly [string, PackageRunner])[] = [
  ['pnpm-lock.yaml', { install: 'pnpm install --frozen-lockfile', installWithoutScripts: 'pnpm install --frozen-lockfile --ignore-scripts', execute: 'pnpm exec ', corepack: true }],
  ['yarn.lock', { install: 'yarn install --immutable', installWithoutScripts: 'yarn install --immutable --mode=skip-build', execute: 'yarn run ', corepack: true }],
  ['package-lock.json', { install: 'npm ci', installWithoutScripts: 'npm ci --ignore-scripts', execute: 'npm exec --no -- ', corepack: false }],
  ['package.json', { install: 'npm install', installWithoutScripts: 'npm install --ignore-scripts', execute: 'npm exec --no -- ', corepack: false }],
];

/** Without a package.json nothing is locked, so Benchline's own version is named. */
export function packageRunnerOf(snapshot: Snapshot, version: string): PackageRunner {
  const known = byLockFile.find(([file]) => snapshot.has(file));
  if (known !== undefined) return known[1];
  const install = `npm install --global benchline@${version}`;
  return { install, installWithoutScripts: `${install} --ignore-scripts`, execute: '', corepack: false };
}

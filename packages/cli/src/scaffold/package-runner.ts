import type { Snapshot } from './scaffold-plan.js';

/** How CI installs what the lock file names, and runs a program of it; never anything that is not locked. */
export interface PackageRunner {
  install: string | null;
  /** What stands before a program's name. */
  execute: string;
  corepack: boolean;
}

const byLockFile: readonly (readonly [string, PackageRunner])[] = [
  ['pnpm-lock.yaml', { install: 'pnpm install --frozen-lockfile', execute: 'pnpm exec ', corepack: true }],
  ['yarn.lock', { install: 'yarn install --immutable', execute: 'yarn run ', corepack: true }],
  ['package-lock.json', { install: 'npm ci', execute: 'npm exec --no -- ', corepack: false }],
  ['package.json', { install: 'npm install', execute: 'npm exec --no -- ', corepack: false }],
];

/** Without a package.json nothing is locked, so Benchline's own version is named. */
export function packageRunnerOf(snapshot: Snapshot, version: string): PackageRunner {
  const known = byLockFile.find(([file]) => snapshot.has(file));
  return known?.[1] ?? { install: `npm install --global benchline@${version}`, execute: '', corepack: false };
}

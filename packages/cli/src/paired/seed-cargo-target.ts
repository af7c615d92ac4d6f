import { join } from 'node:path';
import type { World } from '../ports/world.js';

export interface TargetSeed {
  /** Target folders that may hold a release build, the likeliest first. */
  from: readonly string[];
  /** The side's checkout, and its target folder. */
  side: string;
  to: string;
}

/**
 * Gives a side's own target folder the release build of registry packages that another tree has, so that Cargo does not compile all of them again. Of packages
 * without a registry or git source nothing is taken: Cargo knows them by a path relative to their workspace and by their files' times, and would take
 * the other tree's build of them for this one's. Times have to be kept, which `cp` can; without it, everything is compiled.
 */
export async function seedCargoTarget(world: World, { from, side, to }: TargetSeed): Promise<void> {
  const lockFile = join(side, 'Cargo.lock');
  if ((await world.files.exists(to)) || !(await world.files.exists(lockFile))) return;
  const names = sourcedPackages(await world.files.readText(lockFile));
  for (const target of from) {
    const release = join(target, 'release');
    const known = (await world.files.list(join(release, '.fingerprint'))).map(({ name }) => name).filter((name) => names.has(name.replace(/-[0-9a-f]{16}$/, '')));
    if (known.length === 0) continue;
    await world.files.makeFolder(join(to, 'release/.fingerprint'));
    const copied = (await copy(world, ['build', 'deps'].map((part) => join(release, part)), join(to, 'release'))) && (await copy(world, known.map((name) => join(release, '.fingerprint', name)), join(to, 'release/.fingerprint')));
    if (!copied) await world.files.remove(to);
    return;
  }
}

/** Names in a Cargo.lock of packages from a registry or git, where no package of that name comes from the tree itself. */
export function sourcedPackages(lockFile: string): Set<string> {
  const packages = lockFile.split('[[package]]').slice(1).map((text) => ({ name: /^name = "([^"]+)"/m.exec(text)?.[1] ?? '', sourced: /^source = /m.test(text) }));
  const own = new Set(packages.filter(({ sourced }) => !sourced).map(({ name }) => name));
  return new Set(packages.map(({ name }) => name).filter((name) => !own.has(name)));
}

async function copy(world: World, sources: readonly string[], to: string): Promise<boolean> {
  const { outcome, code } = await world.processes.run({ program: 'cp', args: ['-a', '--', ...sources, to], cwd: to, env: world.env, signal: world.signal });
  return outcome === 'exited' && code === 0;
}

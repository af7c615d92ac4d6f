import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';

/** Lock file, and the command that installs exactly what it says. */
const installers: readonly { lockFile: string; program: string; args: readonly string[] }[] = [
  { lockFile: 'package-lock.json', program: 'npm', args: ['ci', '--no-audit', '--no-fund'] },
  { lockFile: 'pnpm-lock.yaml', program: 'pnpm', args: ['install', '--frozen-lockfile'] },
  { lockFile: 'yarn.lock', program: 'yarn', args: ['install', '--immutable'] },
];

const limitMs = 30 * 60_000;

/** Whether a side's dependencies are those of the user's tree: where it has a lock file, the two agree byte for byte. */
export async function sharesLockFiles(world: World, top: string, side: string): Promise<boolean> {
  for (const { lockFile } of installers) {
    const theirs = await digestOf(world, join(side, lockFile));
    if (theirs !== null && theirs !== (await digestOf(world, join(top, lockFile)))) return false;
  }
  return true;
}

async function digestOf(world: World, path: string): Promise<string | null> {
  return (await world.files.exists(path)) ? (await world.files.digest(path)).digest : null;
}

/** Installs a side's own dependencies by its lock file; false where it has none. Throws BNL011 where the installer fails, BNL010 where it is absent. */
export async function installDependencies(world: World, side: string, env: World['env']): Promise<boolean> {
  for (const { lockFile, program, args } of installers) {
    if (!(await world.files.exists(join(side, lockFile)))) continue;
    const result = await world.processes.run({ program, args, cwd: side, env, timeoutMs: limitMs, signal: world.signal });
    if (result.outcome === 'aborted') throw userError('BNL021', { signal: String(world.signal.reason ?? 'a signal') });
    if (result.outcome === 'not-found') throw userError('BNL010', { tool: `A side with a ${lockFile} of its own`, program, install: `Install ${program}.` });
    if (result.outcome !== 'exited' || result.code !== 0) throw userError('BNL011', { command: `${program} ${args.join(' ')}`, outcome: result.stderr.trim().split('\n').at(-1) || result.outcome });
    return true;
  }
  return false;
}

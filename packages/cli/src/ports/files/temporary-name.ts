import { createHash, randomBytes } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../processes/is-alive.js';

const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Name of the temporary file beside `path`; it tells who writes it, so that a killed writer's leavings are known as such. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${host}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

/** Removes temporary files of `path` that killed writers on this machine left behind. */
export async function sweepTemporaryFiles(path: string): Promise<void> {
  const prefix = `.${basename(path)}.${host}-`;
  const names = await readdir(dirname(path)).catch(() => []);
  const stale = names.filter((name) => name.startsWith(prefix) && name.endsWith('.tmp') && !isAlive(Number(name.slice(prefix.length).split('-')[0])));
  await Promise.all(stale.map((name) => unlink(join(dirname(path), name)).catch(() => undefined)));
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(__dirname, '../..');

/** The four packages as they would be published, by file path. */
export interface Tarballs {
  schemas: string;
  core: string;
  cli: string;
  nx: string;
}

let packed: Tarballs | undefined;

/** Packs the built packages, once for each test file. */
export function packTarballs(): Tarballs {
  return (packed ??= packInto(mkdtempSync(join(tmpdir(), 'benchline-tarballs-'))));
}

afterAll(() => {
  if (packed !== undefined) rmSync(dirname(packed.nx), { recursive: true, force: true });
});

function packInto(folder: string): Tarballs {
  const pack = (path: string): string => {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
    return join(folder, execFileSync('npm', args, { cwd: join(repository, path), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  };
  return { schemas: pack('schemas'), core: pack('packages/core'), cli: pack('packages/cli'), nx: pack('packages/nx') };
}

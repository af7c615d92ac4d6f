import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(__dirname, '../..');

/** The published packages: npm name to folder. */
export const published: Readonly<Record<string, string>> = { '@benchline/schemas': 'schemas', '@benchline/core': 'packages/core', benchline: 'packages/cli', '@benchline/nx': 'packages/nx' };

export interface Manifest {
  name: string;
  version: string;
  license: string;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  engines?: { node: string };
}

/** A folder in which the four packages stand as npm would install them; the packages they depend on are links to the repository's. */
export function installPacked(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-packed-')));
  linkDependencies(join(repository, 'node_modules'), join(folder, 'node_modules'));
  for (const [name, path] of Object.entries(published)) {
    unpack(path, folder, join(folder, 'node_modules', name));
    linkDependencies(join(repository, path, 'node_modules'), join(folder, 'node_modules', name, 'node_modules'));
  }
  return folder;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Paths of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).filter((path) => !path.startsWith('node_modules')).sort();
}

function unpack(path: string, scratch: string, to: string): void {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch];
  const tarball = execFileSync('npm', args, { cwd: join(repository, path), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  execFileSync('tar', ['-xzf', tarball], { cwd: scratch });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(join(scratch, 'package'), to);
}

function linkDependencies(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of namesIn(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    symlinkSync(join(from, name), join(to, name));
  }
}

/** Installed packages but our own. */
function namesIn(folder: string): string[] {
  const list = (path: string) => { try { return readdirSync(path); } catch { return []; } };
  return list(folder).filter((name) => !name.startsWith('.') && !(name in published) && name !== '@benchline').flatMap((name) => (name.startsWith('@') ? list(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]));
}

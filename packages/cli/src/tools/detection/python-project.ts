import type { Snapshot } from '../detector.js';
import { nearestFolder, within } from './folder-of.js';

/** What names a Python project's dependencies. */
export const pythonManifests = /(^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile|tox\.ini|requirements[^/]*\.(?:txt|in))$/;

const roots = ['pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile', 'tox.ini', 'requirements.txt'];

/** The nearest folder at or above a file that is a project, else the repository's. */
export function pythonProjectOf(snapshot: Snapshot, path: string): string {
  return nearestFolder(path, (folder) => roots.some((name) => snapshot.has(within(folder, name)))) ?? '';
}

/** Whether a manifest of the project, or one above it, names a package. */
export function dependsOnPackage(snapshot: Snapshot, root: string, name: string): boolean {
  return [...snapshot].some(([path, text]) => pythonManifests.test(path) && isAtOrAbove(path, root) && new RegExp(`(?:^|[^\\w-])${name}(?![\\w-])`, 'm').test(text ?? ''));
}

function isAtOrAbove(path: string, root: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return `${root}/`.startsWith(folder) || folder.startsWith(root === '' ? '' : `${root}/`);
}

/** What stands before a program so that it runs with what the project's lock file names. */
export function pythonRunner(snapshot: Snapshot, root: string): string[] {
  const has = (name: string): boolean => snapshot.has(within(root, name)) || snapshot.has(name);
  if (has('uv.lock')) return ['uv', 'run'];
  return has('poetry.lock') ? ['poetry', 'run'] : [];
}

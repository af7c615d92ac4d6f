import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The name of the project in a folder, as Nx itself would say it: Nx refuses every command if a project has no name, and a folder
 * with a Cargo.toml alone has none. Order: project.json, package.json, the config's `project`, Cargo.toml, the folder.
 */
export function projectName(folder: string, written: string | null): string {
  const fallback = basename(folder).toLowerCase();
  if (existsSync(join(folder, 'project.json'))) return nameIn(join(folder, 'project.json')) ?? fallback;
  if (existsSync(join(folder, 'package.json'))) return nameIn(join(folder, 'package.json')) ?? fallback;
  return written ?? crateName(join(folder, 'Cargo.toml')) ?? fallback;
}

function nameIn(path: string): string | undefined {
  try {
    const { name, nx } = JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown; nx?: { name?: unknown } };
    return [nx?.name, name].find((value): value is string => typeof value === 'string' && value !== '');
  } catch {
    return undefined;
  }
}

/** `name` in Cargo.toml's `[package]` table, found without running cargo. */
function crateName(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const table = /^\[package\]\s*$([^[]*)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  return /^\s*name\s*=\s*["']([^"']+)["']/m.exec(table)?.[1];
}

/** Two folders of one name would break every Nx command: those that share it are named by their whole path instead. */
export function withoutCollisions(named: readonly { root: string; name: string }[]): Map<string, string> {
  const roots = new Map<string, Set<string>>();
  for (const { root, name } of named) roots.set(name, (roots.get(name) ?? new Set()).add(root));
  return new Map(named.map(({ root, name }) => [root, (roots.get(name)?.size ?? 0) > 1 ? root.split('/').join('-') : name]));
}

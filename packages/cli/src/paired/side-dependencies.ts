import { join } from 'node:path';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { dependentsOf } from './dependents.js';
import { installDependencies, sharesLockFiles } from './install-dependencies.js';
import { linkDependencies, type WorkspacePackage } from './link-dependencies.js';
import { refuseForeignPackages } from './own-packages.js';

export interface DependencyRequest {
  /** The user's tree, without symbolic links. */
  top: string;
  /** The side's folder. */
  side: string;
  /** The project's folder, relative to both. */
  project: string;
  env: World['env'];
}

/**
 * A side's JavaScript dependencies: links to the user's where the lock files agree, an installation of its own where they differ or where a registry package
 * needs one of the workspace. Afterwards every workspace package resolves inside the side, or the comparison is refused (BNL022).
 */
export async function provideDependencies(world: World, request: DependencyRequest): Promise<void> {
  const { top, side, env } = request;
  const shares = await sharesLockFiles(world, top, side);
  const needy = shares ? await dependentsInTop(world, request) : [];
  if (!shares || needy.length > 0) {
    if (await installDependencies(world, side, env)) return refuseForeignPackages(world, { top, side, folder: '' });
    throw userError('BNL022', { problem: `The package ${needy[0] ?? ''} needs one of this workspace, and without a lock file no side can install its own`, fix: 'Commit the lock file.' });
  }
  for (const { folder } of await linkAll(world, request)) await refuseForeignPackages(world, { top, side, folder });
}

async function dependentsInTop(world: World, { top }: DependencyRequest): Promise<string[]> {
  const modules = join(top, 'node_modules');
  const links = (await world.files.list(modules)).filter(({ kind, name }) => kind === 'link' || name.startsWith('@'));
  const names = links.length === 0 ? new Set<string>() : await workspaceNames(world, top);
  return dependentsOf(world, modules, names);
}

/** Packages that node_modules of the top links into the workspace. */
async function workspaceNames(world: World, top: string): Promise<Set<string>> {
  const modules = join(top, 'node_modules');
  const names = new Set<string>();
  for (const { name, kind } of await world.files.list(modules)) {
    const inner = name.startsWith('@') ? (await world.files.list(join(modules, name))).map((entry) => ({ name: `${name}/${entry.name}`, kind: entry.kind })) : [{ name, kind }];
    for (const entry of inner) {
      if (entry.kind !== 'link' || !(await world.files.exists(join(modules, entry.name)))) continue;
      if (!(await world.files.realPath(join(modules, entry.name))).includes('node_modules')) names.add(entry.name);
    }
  }
  return names;
}

/** Links the top's node_modules, the project's and what lies between, and those of every workspace package they name. */
async function linkAll(world: World, { top, side, project }: DependencyRequest): Promise<{ folder: string }[]> {
  const waiting = foldersDownTo(project);
  const done = new Set<string>();
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    if (done.has(folder)) continue;
    done.add(folder);
    const linked: WorkspacePackage[] = await linkDependencies(world, { top, side, folder });
    waiting.push(...linked.map(({ place }) => place));
  }
  return [...done].map((folder) => ({ folder }));
}

/** '', 'libs', 'libs/core'. */
function foldersDownTo(project: string): string[] {
  const parts = project.split(/[/\\]/).filter((part) => part !== '');
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

import { posix } from 'node:path';
import { getProjects, readCachedProjectGraph, type Tree } from '@nx/devkit';

/**
 * The folder of a project, relative to the workspace ('' is the workspace), by the project's name, with or without its scope, or by the folder itself.
 * Throws if there is neither, or if several scopes have the name.
 */
export function findProjectRoot(tree: Tree, project: string): string {
  const projects = getProjects(tree);
  const declared = (projects.get(project) ?? projects.get(scopedName([...projects.keys()], project) ?? ''))?.root;
  const root = declared ?? (isFolder(tree, project) ? project : inferredRoot(project));
  if (root === undefined) throw new Error(`There is no project and no folder "${project}" in this workspace. \`nx show projects\` lists the projects; a folder is written relative to the workspace.`);
  const normal = posix.join(root.replaceAll('\\', '/'), '.').replace(/\/$/, '');
  return normal === '.' ? '' : normal;
}

/** "codec" means "@shop/codec" where no other scope has one, as it does to Nx. */
function scopedName(names: readonly string[], project: string): string | undefined {
  const [name, ...others] = names.filter((each) => each.startsWith('@') && each.endsWith(`/${project}`));
  if (others.length > 0) throw new Error(`"${project}" may be ${[name, ...others].join(' or ')}: give the whole name.`);
  return name;
}

function isFolder(tree: Tree, path: string): boolean {
  const normal = posix.join(path.replaceAll('\\', '/'), '.');
  return !posix.isAbsolute(normal) && normal.split('/')[0] !== '..' && tree.children(normal).length > 0;
}

/** A project that only plugins know stands in Nx's graph alone. */
function inferredRoot(project: string): string | undefined {
  try {
    return readCachedProjectGraph().nodes[project]?.data.root;
  } catch {
    return undefined;
  }
}

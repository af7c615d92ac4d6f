import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files } from '../../ports/files.js';
import { resolvePackage } from '../resolve-package.js';

/** Packages with which Node loads TypeScript, and the module of each to `--import`. */
const loaders = [
  { name: 'tsx', module: 'dist/loader.mjs' },
  { name: '@swc-node/register', module: 'esm/esm-register.mjs' },
];

/** Node's arguments for loading TypeScript from a project: a loader the project has, else Node's own ability; null where there is neither. */
export async function typescriptArguments(files: Files, folder: string, nodeStripsTypes: boolean): Promise<string[] | null> {
  for (const { name, module } of loaders) {
    const found = await resolvePackage(files, folder, name);
    if (found !== null && (await files.exists(join(found.folder, module)))) return ['--import', pathToFileURL(join(found.folder, module)).href];
  }
  return nodeStripsTypes ? [] : null;
}

import { join } from 'node:path';
import { configFileNames } from '../config/find-config-file.js';
import type { Files, FolderEntry } from '../ports/files.js';
import { userError } from '../user-error.js';

/** Where things lie below the folders searched, absolute and sorted. */
export interface FoundFolders {
  /** Folders that hold a comparison, an objective result or a report. */
  results: string[];
  /** Folders with a config file. */
  projects: string[];
  /** Symbolic links that are called like results. They are not followed: in a downloaded folder they could lead anywhere. */
  links: string[];
}

export const resultFiles = ['report.json', 'comparison.json', 'slo.json'] as const;

const deepest = 32;
const mostFolders = 200_000;
const neverEntered: ReadonlySet<string> = new Set(['node_modules', '.git', '.nx', '.turbo']);
/** What stands beside a project's results and holds copies of older ones. */
const besideResults: ReadonlySet<string> = new Set(['raw', 'samples', 'audit', 'unfinished']);

/**
 * Walks a workspace (results are those in `.benchline` folders; other hidden folders and caches marked by a CACHEDIR.TAG are not entered) or a folder of downloaded results
 * (every folder counts). Links are not followed; below 32 levels nothing is looked at; more than 200,000 folders are BNL012.
 */
export async function findResults(files: Files, root: string, kind: 'workspace' | 'download'): Promise<FoundFolders> {
  const found: FoundFolders = { results: [], projects: [], links: [] };
  const open = [{ folder: root, name: '', depth: 0 }];
  let visited = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, name, depth } = next;
    visited += 1;
    if (visited > mostFolders) throw userError('BNL012', { limit: `${mostFolders} folders`, found: 'more' }, { file: root });
    const entries = await files.entries(folder);
    const { names, plain } = fileNames(entries);
    if (names.has('CACHEDIR.TAG') && depth > 0) continue;
    const isPlace = kind === 'download' || name === '.benchline';
    const holds = isPlace && resultFiles.some((file) => plain.has(file));
    if (holds) found.results.push(folder);
    if (isPlace) found.links.push(...resultFiles.filter((file) => names.has(file) && !plain.has(file)).map((file) => join(folder, file)));
    if (configFileNames.some((file) => names.has(file))) found.projects.push(folder);
    const enters = (entry: FolderEntry): boolean => entry.kind === 'folder' && depth < deepest && mayEnter(entry.name, { kind, isResult: holds || name === '.benchline' });
    for (const entry of entries) if (enters(entry)) open.push({ folder: join(folder, entry.name), name: entry.name, depth: depth + 1 });
  }
  return { results: found.results.sort(), projects: found.projects.sort(), links: found.links.sort() };
}

/** Names of files, with links and without. */
function fileNames(entries: readonly FolderEntry[]): { names: ReadonlySet<string>; plain: ReadonlySet<string> } {
  const named = (kinds: readonly FolderEntry['kind'][]): ReadonlySet<string> => new Set(entries.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name));
  return { names: named(['file', 'link']), plain: named(['file']) };
}

function mayEnter(name: string, { kind, isResult }: { kind: 'workspace' | 'download'; isResult: boolean }): boolean {
  if (neverEntered.has(name) || (isResult && besideResults.has(name))) return false;
  return kind === 'download' || name === '.benchline' || !name.startsWith('.');
}

import { relative } from 'node:path';
import { userError } from '../user-error.js';
import type { ShardProject } from './split-projects.js';

/** How the names are written: for `nx run-many -p`, as arguments of `turbo run`, a line each, or folders a line each. */
export const shardFormats = ['nx', 'turbo', 'lines', 'folders'] as const;

export type ShardFormat = (typeof shardFormats)[number];

/** What a shell passes on as it stands, and what neither Nx nor Turborepo reads as a pattern. */
const plainName = /^(?!tag:)[A-Za-z0-9@_][A-Za-z0-9@_./:+~-]*$/;

/** The projects of a shard as one text; '' where there are none. */
export function renderShard(projects: readonly ShardProject[], format: ShardFormat, root: string): string {
  const names = projects.map(({ name }) => name);
  if (format === 'nx' || format === 'turbo') refusePatterns(names);
  if (format === 'nx') return names.join(',');
  if (format === 'turbo') return names.map((name) => `--filter=${name}`).join(' ');
  return (format === 'lines' ? names : projects.map(({ folder }) => relative(root, folder).replaceAll('\\', '/') || '.')).map((line) => line.replace(/[\r\n]/g, ' ')).join('\n');
}

/** A name comes from a manifest that anybody can write: one that a shell or a task runner reads otherwise must not reach it. */
function refusePatterns(names: readonly string[]): void {
  const odd = names.find((name) => !plainName.test(name));
  if (odd === undefined) return;
  throw userError('BNL016', { problem: `The name ${JSON.stringify(odd)} of a project cannot stand on a command line: a shell or the task runner would read it otherwise`, fix: 'Rename the project (letters, digits, @ _ . / : + ~ -), or read the names from --json.' });
}

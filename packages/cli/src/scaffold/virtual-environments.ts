import { join } from 'node:path';
import { within } from '../tools/detection/folder-of.js';
import type { Files } from '../ports/files.js';
import type { DetectedProject } from './scaffold-plan.js';

/** Something that init cannot know and somebody should. */
export interface ScaffoldNote {
  path: string;
  note: string;
}

const byPython: ReadonlySet<string> = new Set(['pytest', 'python', 'python3']);

/**
 * Projects whose suites call Python as PATH finds it, with a virtual environment beside them that may not be active: a config that named its path would fail on every
 * machine that has none there, so it is told, not written.
 */
export async function virtualEnvironmentNotes(files: Pick<Files, 'exists'>, repository: string, projects: readonly DetectedProject[]): Promise<ScaffoldNote[]> {
  const notes: ScaffoldNote[] = [];
  for (const { root, suites } of projects) {
    const programs = new Set(suites.flatMap(({ command }) => (Array.isArray(command) && byPython.has(command[0] ?? '') ? [command[0]] : [])));
    const found = programs.size === 0 ? undefined : await environmentOf(files, repository, root);
    if (found === undefined) continue;
    const python = `"${found}/bin/python"`;
    notes.push({ path: root === '' ? '.' : root, note: `${[...programs].join(', ')} is called as PATH finds it, and there is the virtual environment ${found}: activate it before benchline bench, or name its Python in the config: [${python}, ${programs.has('pytest') ? '"-m", "pytest"' : '...'}]` });
  }
  return notes;
}

/** Relative to the project. */
async function environmentOf(files: Pick<Files, 'exists'>, repository: string, root: string): Promise<string | undefined> {
  const up = root === '' ? '' : '../'.repeat(root.split('/').length);
  for (const [folder, prefix] of [[root, ''], ['', up]] as const) {
    for (const name of ['.venv', 'venv']) if (await files.exists(join(repository, within(folder, name), 'pyvenv.cfg'))) return `${prefix}${name}`;
  }
  return undefined;
}

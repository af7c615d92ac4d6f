import { posix } from 'node:path';
import { extendIgnoreFile } from './ignore-lines.js';
import type { PlannedFile, Snapshot } from './scaffold-plan.js';

/** A project with a config, and where it keeps its baselines. */
export interface ConfiguredProject {
  /** Relative to the repository's root; '' is the root itself. */
  root: string;
  /** As the config names it: relative to the project. */
  baselineDirectory: string;
}

/**
 * What configured projects need beside their configs: a baseline folder that git keeps, and the ignore line for what is measured.
 * A folder outside of the repository is not made. The snapshot needs `.gitignore` and what lies in the baseline folders.
 */
export function planUpkeep(snapshot: Snapshot, projects: readonly ConfiguredProject[]): PlannedFile[] {
  if (projects.length === 0) return [];
  const present = snapshot.get('.gitignore') ?? null;
  const ignored = extendIgnoreFile(present);
  const missing = [...new Set(projects.flatMap(baselineFolder))].filter((folder) => ![...snapshot.keys()].some((path) => path.startsWith(`${folder}/`)));
  return [
    ...missing.map((folder): PlannedFile => ({ path: `${folder}/.gitkeep`, text: '', change: 'create' })),
    ...(ignored === null ? [] : [{ path: '.gitignore', text: ignored, change: present === null ? 'create' as const : 'extend' as const }]),
  ];
}

/** The baseline folder relative to the repository's root; none where it lies outside. */
export function baselineFolder({ root, baselineDirectory }: ConfiguredProject): string[] {
  const written = baselineDirectory.replaceAll('\\', '/');
  const folder = posix.join(root, written).replace(/\/$/, '');
  return posix.isAbsolute(written) || folder === '.' || folder.split('/')[0] === '..' ? [] : [folder];
}

import { relative } from 'node:path';
import type { ExitCode, Finding } from '@benchline/core/model';
import { loadConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';

/** A project that has a config. */
export interface DeclaredProject {
  name: string;
  folder: string;
  /** The folder relative to the workspace. */
  shown: string;
  raise: Readonly<Record<string, ExitCode>>;
}

/**
 * The projects of a workspace: every folder with a config below its root, or the root itself where it is the only one. A config that cannot be used is
 * told, and the others are read all the same.
 */
export async function readDeclared(world: World, root: string, folders: readonly string[]): Promise<{ projects: DeclaredProject[]; findings: Finding[] }> {
  const below = folders.filter((folder) => folder !== root);
  const projects: DeclaredProject[] = [];
  const findings: Finding[] = [];
  for (const folder of below.length > 0 ? below : folders) {
    try {
      const { config } = await loadConfig(world, { project: folder });
      projects.push({ name: config.project, folder, shown: relative(root, folder).replaceAll('\\', '/') || '.', raise: config.policy.raise });
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      findings.push(...cause.findings);
    }
  }
  return { projects, findings };
}

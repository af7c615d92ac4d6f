import { resolve } from 'node:path';
import type { ToolName } from '@benchline/core/model';
import { findWorkspace } from '../config/find-workspace.js';
import { loadConfig } from '../config/load-config.js';
import { findResults } from '../gate/find-results.js';
import { packageVersion } from '../package-version.js';
import type { World } from '../ports/world.js';
import { UserError } from '../user-error.js';
import { machineKey } from './machine-key.js';
import { askToolchain, renderProvenanceFile, type ProvenanceFile } from './provenance-file.js';

/** Writes what this machine and the tools of every project of the workspace are; one that did not change is left as it is. `path` is relative to the working directory. */
export async function writeProvenanceFile(world: World, path: string): Promise<{ path: string; file: ProvenanceFile }> {
  const { root } = await findWorkspace(world, world.cwd);
  const file: ProvenanceFile = { schemaVersion: 1, benchline: packageVersion, host: await machineKey(world, root), toolchain: await askToolchain(world, root, await toolsOf(world, root)) };
  const absolute = resolve(world.cwd, path);
  const text = renderProvenanceFile(file);
  const isThere = (await world.files.exists(absolute)) && (await world.files.readText(absolute)) === text;
  if (!isThere) await world.files.writeAtomically(absolute, text);
  return { path: absolute, file };
}

/** A config that cannot be used is told when its project is measured. */
async function toolsOf(world: World, root: string): Promise<Set<ToolName>> {
  const tools = new Set<ToolName>();
  for (const folder of (await findResults(world.files, root, 'workspace')).projects) {
    try {
      for (const { tool } of (await loadConfig(world, { project: folder })).config.suites) tools.add(tool);
    } catch (cause) {
      if (!(cause instanceof UserError) || cause.exitCode !== 2) throw cause;
    }
  }
  return tools;
}

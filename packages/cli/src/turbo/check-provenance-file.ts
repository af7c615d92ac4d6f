import { join } from 'node:path';
import type { ToolName } from '@benchline/core/model';
import type { LoadedConfig } from '../config/load-config.js';
import { packageVersion } from '../package-version.js';
import { provenanceFile } from '../scaffold/provenance-recipe.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { machineKey } from './machine-key.js';
import { askToolchain, parseProvenanceFile } from './provenance-file.js';

/**
 * In a task of Turborepo (TURBO_HASH is set) the provenance file at the workspace's root must say what is: the task's key was made of it. Absent, torn or other than this
 * machine and these tools: BNL057, and nothing is measured. Elsewhere nothing is asked.
 */
export async function checkProvenanceFile(world: World, { workspaceRoot }: Pick<LoadedConfig, 'workspaceRoot'>, tools: Iterable<ToolName>): Promise<void> {
  if ((world.env['TURBO_HASH'] ?? '') === '') return;
  const path = join(workspaceRoot, provenanceFile);
  const problem = await problemWith(world, { path, root: workspaceRoot }, tools);
  if (problem !== null) throw userError('BNL057', { problem, file: provenanceFile }, { file: path });
}

async function problemWith(world: World, { path, root }: { path: string; root: string }, tools: Iterable<ToolName>): Promise<string | null> {
  if (!(await world.files.exists(path))) return `${provenanceFile} is missing`;
  const file = parseProvenanceFile(await world.files.readText(path));
  if (file === null) return `${provenanceFile} cannot be read`;
  if (file.benchline !== packageVersion) return `the file was written by Benchline ${file.benchline}, and this is ${packageVersion}`;
  const host = await machineKey(world, root);
  if (file.host !== host) return `the file says ${file.host}, and this is ${host}`;
  for (const [command, now] of Object.entries(await askToolchain(world, root, tools))) {
    const then = Object.hasOwn(file.toolchain, command) ? file.toolchain[command] : undefined;
    if (then === undefined) return `the file does not know ${command}`;
    if (then !== now) return `${command} said ${shown(then)} when the file was written, and says ${shown(now)} here`;
  }
  return null;
}

function shown(answer: string | null | undefined): string {
  return typeof answer === 'string' ? `"${(answer.split('\n')[0] ?? '').slice(0, 80)}"` : 'nothing';
}

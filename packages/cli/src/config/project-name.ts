import { basename, join } from 'node:path';
import { parseForeignJson } from '@benchline/core/parse';
import type { World } from '../ports/world.js';

const longestManifest = 1024 * 1024;
const longestName = 1024;

/** A project's name where its config gives none: Nx's project.json, else package.json, else Cargo.toml, else the folder. A manifest that cannot be read is passed over. */
export async function findProjectName({ files }: Pick<World, 'files'>, projectRoot: string): Promise<string> {
  const readText = async (name: string) => files.readText(join(projectRoot, name), longestManifest).catch(() => null);
  for (const manifest of ['project.json', 'package.json']) {
    const name = nameInJson(await readText(manifest));
    if (name !== null) return name;
  }
  return nameInCargo(await readText('Cargo.toml')) ?? (basename(projectRoot) || 'project');
}

function nameInJson(text: string | null): string | null {
  if (text === null) return null;
  const outcome = parseForeignJson(text, 'manifest');
  const name = 'value' in outcome ? (outcome.value as { name?: unknown } | null)?.name : null;
  return typeof name === 'string' && name !== '' && name.length <= longestName ? name : null;
}

/** `name = "..."` of the `[package]` table; the rest of the manifest is no concern of ours. */
function nameInCargo(text: string | null): string | null {
  const table = text?.split(/^\s*\[package\]\s*$/m)[1]?.split(/^\s*\[/m)[0];
  return /^\s*name\s*=\s*["']([A-Za-z0-9_-]{1,256})["']/m.exec(table ?? '')?.[1] ?? null;
}

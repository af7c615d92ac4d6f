import { loadConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';

/** What identifies this machine to a task cache: the class that the environment or the workspace's config declares, else its own fingerprint. */
export async function machineKey(world: World, root: string): Promise<string> {
  const { config } = await loadConfig(world, { project: root });
  return config.hostClass === null ? `host ${(await world.host.facts()).fingerprint}` : `class ${config.hostClass}`;
}

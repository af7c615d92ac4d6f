import type { World } from '../ports/world.js';

/** GitHub's events are far below it; bytes. */
const largest = 32 * 1024 * 1024;

/** The event that started the run (GITHUB_EVENT_PATH), parsed; null where there is none or it is no JSON. */
export async function readEvent(world: Pick<World, 'env' | 'files'>): Promise<unknown> {
  const path = world.env['GITHUB_EVENT_PATH'];
  if (path === undefined || path === '' || !(await world.files.exists(path))) return null;
  try {
    return JSON.parse(await world.files.readText(path, largest)) as unknown;
  } catch {
    return null;
  }
}

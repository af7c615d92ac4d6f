import { createFinding, type Finding } from '@benchline/core/model';
import type { World } from '../ports/world.js';

/** Above this share of the cores the machine counts as busy. */
const busyShare = 0.5;

/** A warning where other work would disturb the measurement. */
export async function checkLoad(world: Pick<World, 'host'>): Promise<Finding[]> {
  const { load, cores } = await world.host.facts();
  if (load === null || load <= cores * busyShare) return [];
  return [createFinding('BNL014', { load: load.toFixed(1), cores: String(cores) })];
}

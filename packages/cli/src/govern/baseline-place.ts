import { join } from 'node:path';
import type { World } from '../ports/world.js';

/** Where a project's baselines live: an absolute folder, and the world it is in. */
export interface BaselinePlace {
  world: World;
  folder: string;
}

/** What the pointer says about one host class. */
export interface PointedBaseline {
  id: string;
  digest: string;
}

export function pointerPath({ folder }: BaselinePlace): string {
  return join(folder, 'current.json');
}

export function baselineFolder({ folder }: BaselinePlace, id: string): string {
  return join(folder, id);
}

export function baselinePath(place: BaselinePlace, id: string): string {
  return join(baselineFolder(place, id), 'baseline.json');
}

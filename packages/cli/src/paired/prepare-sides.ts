import { join } from 'node:path';
import type { Side, SuiteConfig } from '@benchline/core/model';
import { findConfigFile } from '../config/find-config-file.js';
import type { World } from '../ports/world.js';
import { buildThroughNx } from './nx-build.js';
import { createSideRun, withSeed, type PairedSuite, type ProjectPlace } from './paired-suite.js';
import { createRelocation } from './relocate.js';
import { provideDependencies } from './side-dependencies.js';
import { sideEnvironment } from './side-environment.js';
import { inSide } from './side-failure.js';
import type { SideFolder } from './side.js';
import { toolKnobs } from './tool-time.js';

export interface SidesRequest {
  sides: ReadonlyMap<Side, SideFolder>;
  place: ProjectPlace;
  /** As the task graph knows it. */
  project: string;
  onStep(text: string): void;
}

/** Gives each side its dependencies, and builds what the task graph can build. */
export async function prepareSides(world: World, { sides, place, project, onStep }: SidesRequest): Promise<void> {
  for (const side of sides.values()) {
    onStep(`Preparing ${side.side}`);
    const env = sideEnvironment(world.env, side.root, createRelocation(place.top, side.root));
    await inSide(side, async () => {
      await copyLockFile(world, place.top, side.root);
      await provideDependencies(world, { top: place.top, side: side.root, project: place.project, env });
      await buildThroughNx(world, { side, project, env });
    });
  }
}

/** A lock file that is not committed belongs to both sides alike: otherwise each would resolve its own versions. */
async function copyLockFile(world: World, top: string, side: string): Promise<void> {
  const [from, to] = [join(top, 'Cargo.lock'), join(side, 'Cargo.lock')];
  if ((await world.files.exists(from)) && !(await world.files.exists(to)) && (await world.files.exists(join(side, 'Cargo.toml')))) await world.files.copy(from, to);
}

/** The suites on every side that has their folders. */
export async function createPairedSuites(world: World, suites: readonly SuiteConfig[], { sides, place, seed }: { sides: SidesRequest['sides']; place: ProjectPlace; seed: string }): Promise<PairedSuite[]> {
  const paired: PairedSuite[] = [];
  for (const written of suites) {
    const suite = withSeed(written, seed);
    const runs = new Map<Side, PairedSuite['runs'] extends ReadonlyMap<Side, infer Run> ? Run : never>();
    for (const [side, folder] of sides) {
      const exists = side === 'head' || (await world.files.exists(join(folder.root, place.project, suite.cwd)));
      if (exists) runs.set(side, await inSide(folder, () => createSideRun(suite, folder, { place, world })));
    }
    paired.push({ suite, knobs: await toolKnobs(suite), runs });
  }
  return paired;
}

/** Whether the base has a config of its own for the project. */
export async function knowsProject(world: World, base: SideFolder, place: ProjectPlace): Promise<boolean> {
  return (await findConfigFile(world, join(base.root, place.project))) !== null;
}

import { join } from 'node:path';
import type { Side, SuiteConfig } from '@benchline/core/model';
import { createSuiteRun } from '../measure/suite-run.js';
import type { World } from '../ports/world.js';
import { hasPlaceholder } from '../tools/placeholders.js';
import { runnerFor } from '../tools/runner-for.js';
import type { SuiteRun } from '../tools/tool-runner.js';
import { relocateList, relocateValues, createRelocation } from './relocate.js';
import { sideEnvironment } from './side-environment.js';
import type { SideFolder } from './side.js';
import type { ToolKnobs } from './tool-time.js';

/** A suite and where each side runs it. */
export interface PairedSuite {
  suite: SuiteConfig;
  knobs: ToolKnobs;
  runs: ReadonlyMap<Side, SuiteRun>;
}

/** Where the user's project lies. */
export interface ProjectPlace {
  /** The repository's top, without symbolic links. */
  top: string;
  /** The project's folder relative to it. */
  project: string;
}

/** A suite with one seed for all sides, if its command asks for one. */
export function withSeed(suite: SuiteConfig, seed: string): SuiteConfig {
  return suite.seed === null && suite.command !== null && hasPlaceholder(suite.command, 'seed') ? { ...suite, seed } : suite;
}

/** The suite as a side runs it: what names a place of the user's tree names the side's. */
export async function createSideRun(suite: SuiteConfig, side: SideFolder, { place, world }: { place: ProjectPlace; world: World }): Promise<SuiteRun> {
  const relocate = createRelocation(place.top, side.root);
  const moved = {
    ...suite,
    command: suite.command === null ? null : relocateList(suite.command, relocate),
    build: suite.build === null ? null : relocateList(suite.build, relocate),
    files: relocateList(suite.files, relocate),
    env: relocateValues(suite.env, relocate),
  };
  const run = await createSuiteRun(moved, join(side.root, place.project), world);
  // Cargo's configuration, of the user or of the tree, may name a folder that all sides would share.
  const target = (await runnerFor(suite.tool)).traits.cargo ? { CARGO_TARGET_DIR: 'own' } : {};
  const env = sideEnvironment({ ...world.env, ...suite.env, ...target }, side.root, relocate);
  return { ...run, suite: { ...moved, env: ownTarget(moved.env, env) }, env };
}

/** A suite's own variables are set again for each process; a folder of Cargo's builds among them is the side's too. */
function ownTarget(own: Record<string, string>, env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.keys(own).flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}


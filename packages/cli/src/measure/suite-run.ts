import { relative, resolve } from 'node:path';
import type { SuiteConfig } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import type { SuiteRun } from '../tools/tool-runner.js';
import { userError } from '../user-error.js';

/** A suite in its place: throws BNL008 where its folder is missing, BNL016 where it leads out of the project. */
export async function createSuiteRun(suite: SuiteConfig, projectRoot: string, world: World): Promise<SuiteRun> {
  const folder = resolve(projectRoot, suite.cwd);
  const path = relative(projectRoot, folder);
  if (path.split(/[\\/]/)[0] === '..') throw userError('BNL016', { problem: `"cwd" of suite ${suite.name} leads out of the project`, fix: 'Name a folder inside the project.' }, { suite: suite.name });
  if (!(await world.files.exists(folder))) throw userError('BNL008', { path: path === '' ? projectRoot : path, purpose: `the folder suite ${suite.name} runs in` }, { suite: suite.name });
  return { suite: withSeed(suite, world), projectRoot, folder, env: { ...world.env, ...suite.env } };
}

/** A command that asks for a seed gets one, and the report names it. */
function withSeed(suite: SuiteConfig, world: World): SuiteConfig {
  const asks = suite.command?.some((word) => word.includes('{seed}')) === true;
  return suite.seed === null && asks ? { ...suite, seed: world.randomId().slice(0, 16) } : suite;
}

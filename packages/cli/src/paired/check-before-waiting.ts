import { dirname, join } from 'node:path';
import type { LoadedConfig } from '../config/load-config.js';
import type { SuiteConfig } from '@benchline/core/model';
import { checkFilter } from '../measure/filter-readings.js';
import { createSuiteRun } from '../measure/suite-run.js';
import type { World } from '../ports/world.js';
import { requireProgram } from '../tools/require-program.js';
import { runnerFor } from '../tools/runner-for.js';
import { findOverride } from '../tools/tool-override.js';
import { suiteAdapter } from '../tools/suite-adapter.js';

interface Request {
  loaded: Pick<LoadedConfig, 'projectRoot' | 'workspaceRoot'>;
  suites: readonly SuiteConfig[];
}

/**
 * What can be known of the suites without starting anything, before waiting for the machine, for worktrees and for builds: folders, filters, rules, and
 * programs on PATH. A program that a package of the project may bring is not asked for: each side installs its own. Throws BNL008, BNL010, BNL016, BNL003.
 */
export async function checkBeforeWaiting({ loaded, suites }: Request, world: World): Promise<void> {
  const { projectRoot, workspaceRoot } = loaded;
  const hasPackages = await isBelowPackage(world, projectRoot, workspaceRoot);
  for (const suite of suites) {
    const run = await createSuiteRun(suite, projectRoot, world);
    const { traits, tool } = await runnerFor(suite.tool);
    await suiteAdapter(suite);
    checkFilter(suite, traits.filter);
    const command = suite.command ?? traits.start;
    const override = command === null ? null : await findOverride({ tool, traits }, command, { run, world });
    if (command !== null && override === null && !hasPackages) requireProgram(command, { tool, install: traits.install ?? 'Install it, or correct the first word of the suite\'s "command".' }, { run, world });
  }
}

async function isBelowPackage({ files }: World, folder: string, top: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (await files.exists(join(at, 'package.json'))) return true;
    if (at === top || at === dirname(at)) return false;
  }
}

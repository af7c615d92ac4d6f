import { createFinding } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { runnerFor } from '../tools/runner-for.js';
import { suiteAdapter } from '../tools/suite-adapter.js';
import type { PreparedTool, SuiteRun } from '../tools/tool-runner.js';
import { checkFilter } from './filter-readings.js';
import { requireOptionalProgram } from './optional-suite.js';

/** The tool of a suite, checked before anything is measured. Throws BNL016 for a filter that nothing could apply, BNL003 for rules that cannot be, and what the tool's runner refuses. */
export async function prepareTool(run: SuiteRun, world: World): Promise<PreparedTool> {
  const runner = await runnerFor(run.suite.tool);
  await suiteAdapter(run.suite);
  checkFilter(run.suite, runner.traits.filter);
  await requireOptionalProgram(run, runner, world);
  const prepared = await runner.prepare(run, world);
  if (run.suite.tags !== null && runner.traits.tags !== true) prepared.facts.findings.push(createFinding('BNL025', { setting: 'tags', tool: run.suite.tool, instead: '"filter", a regular expression over ids' }, { suite: run.suite.name }));
  return prepared;
}

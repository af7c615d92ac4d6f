import type { ToolName } from '@benchline/core/model';
import { ownRunners } from './generated/runners.js';
import type { ToolRunner } from './tool-runner.js';

/** The runner of a tool, loaded when a suite names the tool. One without its own is run by the command the suite gives. */
export async function runnerFor(tool: ToolName): Promise<ToolRunner> {
  const own = ownRunners[tool];
  return own === undefined ? (await import('./written-output-runner.js')).writtenOutputRunner(tool) : own();
}

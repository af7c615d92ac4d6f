import { join } from 'node:path';
import { runTool } from '../measure/run-tool.js';
import type { World } from '../ports/world.js';
import type { PreparedSide } from './round-meter.js';

const leastLimitMs = 30 * 60_000;

/** Builds a suite on a side: by the suite's own command, else by the tool's. */
export async function buildSuite(world: World, { run, prepared }: PreparedSide, { workFolder, onLine }: { workFolder: string; onLine(line: string): void }): Promise<void> {
  const [program, ...args] = run.suite.build ?? [];
  const command = program === undefined ? prepared.build : { program, args, env: run.suite.env };
  if (command === null) return;
  const outputFolder = join(workFolder, 'build');
  await world.files.makeFolder(outputFolder);
  await runTool({ run, command, timeoutMs: Math.max(run.suite.timeoutMs, leastLimitMs), outputFolder, onLine }, world);
}

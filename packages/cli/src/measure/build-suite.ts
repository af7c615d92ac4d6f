import type { World } from '../ports/world.js';
import type { PreparedTool, SuiteRun } from '../tools/tool-runner.js';
import { redacting } from './redact-files.js';
import type { Redactor } from './redaction.js';
import { runTool } from './run-tool.js';

const leastLimitMs = 30 * 60_000;

export interface SuiteBuild {
  run: SuiteRun;
  prepared: Pick<PreparedTool, 'build'>;
  /** What the build prints is kept here. */
  outputFolder: string;
  redactor: Redactor;
  onLine(line: string): void;
}

/** Builds a suite by its own command, else by the tool's; nothing where neither has one. A build has at least half an hour. */
export async function buildSuite({ run, prepared, outputFolder, redactor, onLine }: SuiteBuild, world: World): Promise<void> {
  const [program, ...args] = run.suite.build ?? [];
  const command = program === undefined ? prepared.build : { program, args, env: run.suite.env };
  if (command === null) return;
  await world.files.makeFolder(outputFolder);
  const start = { run, command, timeoutMs: Math.max(run.suite.timeoutMs, leastLimitMs), outputFolder, onLine };
  await redacting(redactor, { folder: outputFolder, files: world.files }, () => runTool(start, world));
}

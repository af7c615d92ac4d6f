import type { Finding, SuiteConfig, ToolName } from '@benchline/core/model';
import { escapeTerminal } from '@benchline/core/render';
import type { CommandResult } from '../command-definition.js';
import type { LoadedConfig } from '../config/load-config.js';
import type { World } from '../ports/world.js';
import type { ListedBenchmark } from '../tools/tool-runner.js';
import { leftOut } from './optional-suite.js';
import { prepareTool } from './prepare-tool.js';
import { createSuiteRun } from './suite-run.js';

interface ListedSuite {
  suite: string;
  tool: ToolName;
  /** null: its tool tells them only when it runs. */
  benchmarks: ListedBenchmark[] | null;
  /** Why it would not be measured. */
  leftOut?: string;
}

/** What a run of these suites would measure, found without measuring. */
export async function listBenchmarks(suites: readonly SuiteConfig[], { projectRoot }: LoadedConfig, world: World): Promise<CommandResult> {
  const listed: ListedSuite[] = [];
  for (const suite of suites) {
    const run = await createSuiteRun(suite, projectRoot, world);
    const prepared = await prepareTool(run, world).catch((cause: unknown) => leftOutOr(cause, suite));
    if ('code' in prepared) listed.push({ suite: suite.name, tool: suite.tool, benchmarks: [], leftOut: prepared.what });
    else listed.push({ suite: suite.name, tool: suite.tool, benchmarks: (await prepared.list?.()) ?? null });
  }
  return { exitCode: 0, json: { suites: listed }, text: listed.map(textOf).join('') };
}

function leftOutOr(cause: unknown, suite: SuiteConfig): Finding {
  const finding = leftOut(cause, suite);
  if (finding === null) throw cause;
  return finding;
}

function textOf({ suite, tool, benchmarks, leftOut: why }: ListedSuite): string {
  if (why !== undefined) return `${escapeTerminal(why)}\n`;
  if (benchmarks === null) return escapeTerminal(`${suite} (${tool}): which benchmarks there are is known when they run`) + '\n';
  const lines = benchmarks.map(({ id, tags }) => `  ${id}${tags.length === 0 ? '' : `  [${tags.join(', ')}]`}`);
  return [`${suite} (${tool}): ${benchmarks.length} benchmarks`, ...lines].map((line) => `${escapeTerminal(line)}\n`).join('');
}

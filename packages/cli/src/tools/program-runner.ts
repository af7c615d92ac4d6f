import { join } from 'node:path';
import type { Finding, NamedVersion, SuiteConfig, ToolName } from '@benchline/core/model';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { ignoredTimes, type ToolTimes } from './ignored-times.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from './placeholders.js';
import { readOutputFile } from './read-output-file.js';
import type { RunnerTraits, SuiteRun, ToolCommand, ToolRunner } from './tool-runner.js';
import { readVersionOf } from './tool-version.js';

/** What the suite asks of one run, for a tool to say in its own flags. */
export interface ToolKnobs {
  filter: string | null;
  /** ms; null: the tool's own. */
  warmupMs: number | null;
  measureMs: number | null;
  /** Absolute path of the file the tool must write. */
  output: string;
}

/** A tool that is one program with flags: how it is started, and where its output is. */
export interface ProgramTool {
  tool: ToolName;
  traits: RunnerTraits;
  /** For instance "pytest --benchmark-json", shown where the suite has no command. */
  example: string;
  /** The file in the round's folder that is read: one the tool writes to `output`, or stdout.txt. */
  output: string;
  /** The command with the tool's flags put where it takes them; a command that has `{output}` is left as it is. */
  words(command: readonly string[], knobs: ToolKnobs): string[];
  times: ToolTimes;
  /** The command that prints the version; null: the output tells it. */
  version(command: readonly string[]): readonly string[] | null;
  /** Compilers and runtimes the numbers depend on. */
  toolchain?(run: SuiteRun, world: World): Promise<NamedVersion[]>;
  /** What is wrong with the suite or the machine: a debug build. */
  problems?(run: SuiteRun, command: readonly string[], world: World): Promise<Finding[]> | Finding[];
  env?: Readonly<Record<string, string>>;
  /** As PreparedTool has it. */
  benchmarkFailed?: readonly number[];
}

/** The runner of a tool that is one program with flags. */
export function programRunner(tool: ProgramTool): ToolRunner {
  return {
    tool: tool.tool,
    traits: tool.traits,
    async prepare(run, world) {
      const command = commandOf(tool, run.suite);
      const asked = tool.version(command);
      const harnessVersion = asked === null ? null : await readVersionOf(asked, { tool: tool.tool, install: tool.traits.install ?? '' }, { run, world });
      const toolchain = (await tool.toolchain?.(run, world)) ?? [];
      const findings = [...ignoredTimes(tool, run.suite), ...((await tool.problems?.(run, command, world)) ?? [])];
      return {
        facts: { command, harnessVersion, toolchain, build: { profile: null, flags: [] }, findings },
        build: null,
        plan: async ({ folder }) => planRun(tool, { command, suite: run.suite, folder }),
        collect: async (place) => ({ files: await readOutputFile(world.files, join(place.folder, tool.output), `${place.shown}/${tool.output}`), findings: [] }),
        ...(tool.benchmarkFailed === undefined ? {} : { benchmarkFailed: tool.benchmarkFailed }),
      };
    },
  };
}

function commandOf({ tool, traits, example }: ProgramTool, { command, name }: SuiteConfig): readonly string[] {
  const words = command ?? traits.start;
  if (words !== null) return words;
  throw userError('BNL016', { problem: `Suite ${name} has no command`, fix: `Set "command" to what runs ${tool}, for instance ${example}.` }, { suite: name });
}

function planRun(tool: ProgramTool, { command, suite, folder }: { command: readonly string[]; suite: SuiteConfig; folder: string }): ToolCommand {
  const output = join(folder, tool.output);
  const values = placeholderValues(suite, output);
  const knobs: ToolKnobs = { filter: suite.filter, warmupMs: suite.warmupMs, measureMs: suite.measureMs, output };
  const words = hasPlaceholder(command, 'output') ? command : tool.words(command, knobs);
  const [program, ...args] = fillPlaceholders(words, values) as [string, ...string[]];
  return { program, args, env: { ...tool.env, ...placeholderEnv(values), ...suite.env } };
}

import { join } from 'node:path';
import type { Finding, NamedVersion, SuiteConfig, ToolName } from '@benchline/core/model';
import type { SourceFile } from '@benchline/core/parse';
import type { ProcessResult } from '../ports/processes.js';
import type { World } from '../ports/world.js';
import { userError } from '../user-error.js';
import { ignoredTimes, type ToolTimes } from './ignored-times.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from './placeholders.js';
import { findOutputFile, readOutputFile } from './read-output-file.js';
import { requireProgram } from './require-program.js';
import type { Collected, RoundPlace, RunChoices, RunnerTraits, SuiteRun, ToolCommand, ToolFacts, ToolRunner } from './tool-runner.js';
import { findOverride, withOverride } from './tool-override.js';
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
  /** Files of the round's folder that are read beside the output: stdout.txt, where only the console tells of failures. */
  beside?: readonly string[];
  /** The command that prints the version; null: the output tells it. */
  version(command: readonly string[]): readonly string[] | null;
  /** The program is what the suite builds: it is asked for its version after the build, and may be absent before. */
  isBuilt?: true;
  /** Throws where a run's output shows that it must not be used: a debug build, a filter that matched nothing. */
  refuse?(files: readonly SourceFile[], suite: SuiteConfig, result: ProcessResult): void;
  /** Compilers and runtimes the numbers depend on. */
  toolchain?(run: SuiteRun, world: World): Promise<NamedVersion[]>;
  /** What is wrong with the suite or the machine: a debug build. */
  problems?(run: SuiteRun, command: readonly string[], world: World): Promise<Finding[]> | Finding[];
  /** As RunChoices has it: what `filter` must be for these benchmarks, by id; absent: it cannot be told. */
  exactFilter?(ids: readonly string[]): string | null;
  env?: Readonly<Record<string, string>>;
  /** As PreparedTool has them. */
  benchmarkFailed?: readonly number[];
  endsWell?: readonly number[];
}

/** The runner of a tool that is one program with flags. */
export function programRunner(tool: ProgramTool): ToolRunner {
  return {
    tool: tool.tool,
    traits: tool.traits,
    choices: (command) => choicesOf(tool, command),
    async prepare(run, world) {
      const written = commandOf(tool, run.suite);
      const override = await findOverride(tool, written, { run, world });
      const command = withOverride(written, override, written[0]);
      const asked = askedFor(tool, written, override);
      const harnessVersion = tool.isBuilt ? null : await askVersion(tool, asked, { run, world });
      const toolchain = (await tool.toolchain?.(override === null ? run : { ...run, suite: { ...run.suite, command } }, world)) ?? [];
      const findings = [...ignoredTimes(tool, run.suite), ...((await tool.problems?.(run, written, world)) ?? [])];
      const facts: ToolFacts = { command, harnessVersion, toolchain, build: { profile: null, flags: [] }, findings };
      return {
        facts,
        ...(tool.isBuilt ? { settle: async () => void (facts.harnessVersion = await askVersion(tool, asked, { run, world })) } : {}),
        build: null,
        plan: async ({ folder }) => planRun(tool, { command: written, override, suite: run.suite, folder }),
        collect: async (place, result) => collectFiles(tool, { place, suite: run.suite, result }, world),
        ...(tool.benchmarkFailed === undefined ? {} : { benchmarkFailed: tool.benchmarkFailed }),
        ...(tool.endsWell === undefined ? {} : { endsWell: tool.endsWell }),
      };
    },
  };
}

/** How the version is asked for, and of which program; null: the output tells it. */
interface Asked {
  version: readonly string[] | null;
  command: readonly string[];
}

function askedFor(tool: ProgramTool, written: readonly string[], override: string | null): Asked {
  const version = tool.version(written);
  return { version: version === null ? null : withOverride(version, override, written[0]), command: withOverride(written, override, written[0]) };
}

async function askVersion({ tool, traits }: ProgramTool, { version, command }: Asked, place: { run: SuiteRun; world: World }): Promise<string | null> {
  const needed = { tool, install: traits.install ?? `Correct the first word of the suite's "command".` };
  if (version === null) requireProgram(command, needed, place);
  return version === null ? null : readVersionOf(version, needed, place);
}

async function collectFiles({ output, beside = [], refuse }: ProgramTool, { place, suite, result }: { place: RoundPlace; suite: SuiteConfig; result: ProcessResult }, { files }: World): Promise<Collected> {
  const read = async <T>(readOne: (files: World['files'], path: string, shown: string) => Promise<T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const name of [output, ...beside]) found.push(...(await readOne(files, join(place.folder, name), `${place.shown}/${name}`)));
    return found;
  };
  if (refuse === undefined) return { files: await read(findOutputFile), findings: [] };
  const found = await read(readOutputFile);
  refuse(found, suite, result);
  return { files: found, findings: [] };
}

/** A command that places `{output}` gets no flags of ours. */
function choicesOf({ times, exactFilter }: ProgramTool, command: readonly string[] | null): RunChoices {
  const ours = command === null || !hasPlaceholder(command, 'output');
  return { warmup: ours && times.warmup === true, measure: ours && times.measure === true, filter: ours && exactFilter !== undefined ? exactFilter : null };
}

function commandOf({ tool, traits, example }: ProgramTool, { command, name }: SuiteConfig): readonly string[] {
  const words = command ?? traits.start;
  if (words !== null) return words;
  throw userError('BNL016', { problem: `Suite ${name} has no command`, fix: `Set "command" to what runs ${tool}, for instance ${example}.` }, { suite: name });
}

function planRun(tool: ProgramTool, { command, override, suite, folder }: { command: readonly string[]; override: string | null; suite: SuiteConfig; folder: string }): ToolCommand {
  const output = join(folder, tool.output);
  const values = placeholderValues(suite, output);
  const knobs: ToolKnobs = { filter: suite.filter, warmupMs: suite.warmupMs, measureMs: suite.measureMs, output };
  const words = hasPlaceholder(command, 'output') ? command : tool.words(command, knobs);
  const [program, ...args] = fillPlaceholders(withOverride(words, override, command[0]), values) as [string, ...string[]];
  return { program, args, env: { ...tool.env, ...placeholderEnv(values), ...suite.env } };
}

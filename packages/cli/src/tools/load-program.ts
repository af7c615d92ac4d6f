import { basename } from 'node:path';
import type { Finding, ToolName } from '@benchline/core/model';
import { ignoredTimes } from './ignored-times.js';
import { programRunner, type ProgramTool, type ToolKnobs } from './program-runner.js';
import type { RunChoices, ToolRunner } from './tool-runner.js';
import { overridable, programKey } from './toolchain-key.js';

/** A load generator: one program that is given a URL or a script. A script of the user's own may call it, for instance one that starts the server first. */
export interface LoadTool {
  tool: ToolName;
  example: string;
  install: string;
  /** What the program is called, without folder and extension. */
  programs: readonly [string, ...string[]];
  /** The word its flags stand behind: `run`; none: the program itself. */
  subcommand?: string;
  /** The flags it lacks, for output that can be read. */
  flags(own: readonly string[], output: string): string[];
  /** How it is told to measure for so long: its own spellings, and ours; else what to do instead. */
  duration: { spelt: readonly string[]; flag(ms: number): string[] } | string;
  versionFlag: string;
  /** As ProgramTool has it. */
  output: string;
  endsWell?: readonly number[];
}

const warmUp = 'a request or two before the tool starts, or more rounds';

/** The runner of a load generator. */
export function loadRunner(tool: LoadTool): ToolRunner {
  const runner = programRunner(loadProgram(tool));
  const none: RunChoices = { warmup: false, measure: false, filter: null };
  return { ...runner, choices: (command) => (command !== null && isCalledBy(command, tool.programs) ? runner.choices?.(command) ?? none : none) };
}

/** A load generator as a program with flags. A command that is a script is left as it is, and read from what it prints or puts in the place of {output}. */
export function loadProgram({ flags, duration, install, versionFlag, ...tool }: LoadTool): ProgramTool {
  const settable = typeof duration !== 'string';
  const inScript = { warmup: true, measure: `the duration in the script that calls ${tool.programs[0]}` } as const;
  return {
    ...tool,
    traits: { start: null, install, programs: tool.programs, filter: 'read', memory: 'none', key: overridable(programKey(`${tool.programs[0]} ${versionFlag}`), tool.tool) },
    words: (command, knobs) => withFlags({ flags, duration, ...tool }, command, knobs),
    times: { warmup: warmUp, measure: settable ? true : duration },
    version: (command) => [...(isCalledBy(command, tool.programs) ? command.slice(0, programAt(command, tool.programs) + 1) : [tool.programs[0]]), versionFlag],
    problems: ({ suite }, command): Finding[] => (settable && !isCalledBy(command, tool.programs) ? ignoredTimes({ tool: tool.tool, times: inScript }, suite) : []),
  };
}

/** Whether the command calls the program itself, or by another that takes it as an argument: npx, taskset, docker. */
export function isCalledBy(command: readonly string[], programs: readonly string[]): boolean {
  return programAt(command, programs) !== -1;
}

/** The word that flags stand behind, the program or its subcommand; -1 where one of them is missing. */
export function flagsAt(command: readonly string[], { programs, subcommand }: Pick<LoadTool, 'programs' | 'subcommand'>): number {
  const program = programAt(command, programs);
  return program === -1 || subcommand === undefined ? program : command.indexOf(subcommand, program);
}

function programAt(command: readonly string[], programs: readonly string[]): number {
  return command.findIndex((word) => programs.includes(basename(word).replace(/\.(?:exe|cmd)$/i, '')));
}

function withFlags(tool: Pick<LoadTool, 'programs' | 'subcommand' | 'flags' | 'duration'>, command: readonly string[], { measureMs, output }: ToolKnobs): string[] {
  const at = flagsAt(command, tool);
  if (at === -1) return [...command];
  const own = command.slice(at + 1);
  const timed = measureMs !== null && typeof tool.duration !== 'string' ? [...tool.duration.flag(measureMs), ...withoutOption(own, tool.duration.spelt)] : own;
  return [...command.slice(0, at + 1), ...tool.flags(own, output), ...timed];
}

/** Whether one of the spellings of an option stands among the words: `--latency`, `-d 10`, `-d10`, `--duration=10`. */
export function hasOption(words: readonly string[], spelt: readonly string[]): boolean {
  return words.some((word) => isOption(word, spelt));
}

function isOption(word: string, spelt: readonly string[]): boolean {
  return spelt.some((name) => word === name || word.startsWith(name.startsWith('--') ? `${name}=` : name));
}

/** Takes an option with its value out, so that ours counts whichever of two the tool believes. */
function withoutOption(words: readonly string[], spelt: readonly string[]): string[] {
  return words.filter((word, index) => !isOption(word, spelt) && !(index > 0 && spelt.includes(words[index - 1] as string)));
}

/** Whole seconds, at least one: what tools that count in windows of a second can be told. */
export function wholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

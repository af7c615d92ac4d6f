import type { Digest, Finding, NamedVersion, SuiteConfig, ToolName } from '@benchline/core/model';
import type { ProcessResult } from '../ports/processes.js';
import type { World } from '../ports/world.js';
import type { OutputFile } from './output-file.js';
import type { ToolchainKey } from './toolchain-key.js';

/** A suite about to be measured: what the config says, and where it runs. */
export interface SuiteRun {
  suite: SuiteConfig;
  /** Absolute folder of the project. */
  projectRoot: string;
  /** Absolute folder the tool runs in. */
  folder: string;
  /** The whole environment of every process of the suite. */
  env: Readonly<Record<string, string | undefined>>;
}

/** Program, arguments and the variables added to the suite's environment. */
export interface ToolCommand {
  program: string;
  args: readonly string[];
  /** As messages call it, where program and arguments say little. */
  shown?: string;
  env: Readonly<Record<string, string>>;
}

/** One run of the tool: its number (from 1) and the empty folder, absolute, where its raw output is kept. */
export interface RoundPlace {
  round: number;
  folder: string;
  /** The same folder as findings name it. */
  shown: string;
}

/** What a run of the tool left: its output, and what is wrong with the run itself. */
export interface Collected {
  files: OutputFile[];
  findings: Finding[];
}

/** What is known about a suite before it is measured. */
export interface ToolFacts {
  /** The command as provenance records it, placeholders unfilled. */
  command: readonly string[];
  harnessVersion: string | null;
  toolchain: NamedVersion[];
  build: { profile: string | null; flags: string[] };
  /** An error among them forbids measuring. */
  findings: Finding[];
}

/** A tool ready to measure one suite. */
export interface PreparedTool {
  facts: ToolFacts;
  /** Adds to the facts what only a build makes known. */
  settle?(): Promise<void>;
  /** Run once before the rounds, not timed; null: nothing to build. */
  build: ToolCommand | null;
  /** Makes the place ready and says what to run. */
  plan(place: RoundPlace): Promise<ToolCommand>;
  /** The output of a run that ended well. */
  collect(place: RoundPlace, result: ProcessResult): Promise<Collected>;
  /** Exit codes other than 0 with which the tool tells that a benchmark failed, the output being whole; believed if a reading failed. */
  benchmarkFailed?: readonly number[];
  /** Exit codes other than 0 that say nothing of the output, which is whole: a limit of the tool's own was crossed. */
  endsWell?: readonly number[];
  /** The benchmarks that a run would measure, found without measuring; absent: only a run tells. */
  list?(): Promise<ListedBenchmark[]>;
  /** Digest of the source of each of these benchmarks by id, where the tool's benchmarks have files; absent: they have none. */
  sources?(ids: readonly string[]): Promise<ReadonlyMap<string, Digest>>;
}

/** A benchmark that would be measured. */
export interface ListedBenchmark {
  id: string;
  tags: string[];
}

/** What can be said of running a tool before anything is run. The table of tools in the documentation is made of these. */
export interface RunnerTraits {
  /** The command where the suite gives none; null: it must give one. */
  start: readonly string[] | null;
  /** How the tool is got; null: it has no program of its own. */
  install: string | null;
  /** Bare names of the tool's program, which the variable BENCHLINE_TOOL_... can replace by a path; absent: none. */
  programs?: readonly string[];
  /** Who applies `filter`: the tool measures no other benchmark, or Benchline leaves the others out when it reads. */
  filter: 'tool' | 'read';
  /** What is known of memory: allocations of each benchmark, the peak of the process, nothing. */
  memory: 'allocations' | 'peak' | 'none';
  /** By which a cache of measurements is keyed; absent: by sources alone. */
  key?: ToolchainKey;
  /** `tags` choose among its benchmarks. */
  tags?: true;
  /** Cargo builds what is measured: each side of a paired run has a target folder of its own. */
  cargo?: true;
}

/** What a runner can choose anew for each run of a suite. */
export interface RunChoices {
  /** The time of one benchmark in a process before it is measured, and while. */
  warmup: boolean;
  measure: boolean;
  /** A filter by which the tool measures these benchmarks, and few others; null: it measures all. */
  filter: ((ids: readonly string[]) => string | null) | null;
}

/** Knows how one benchmark tool is checked, started and read. It decides nothing about numbers: adapters of core do. */
export interface ToolRunner {
  tool: ToolName;
  traits: RunnerTraits;
  /** Of this command; absent: nothing. */
  choices?(command: readonly string[] | null): RunChoices;
  prepare(run: SuiteRun, world: World): Promise<PreparedTool>;
}

export const noFacts: Omit<ToolFacts, 'command'> = { harnessVersion: null, toolchain: [], build: { profile: null, flags: [] }, findings: [] };

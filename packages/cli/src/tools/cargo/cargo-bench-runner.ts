import { join } from 'node:path';
import type { NamedVersion, SuiteConfig, ToolName } from '@benchline/core/model';
import type { ProcessResult } from '../../ports/processes.js';
import type { World } from '../../ports/world.js';
import { exactFilter } from '../exact-filter.js';
import { ignoredTimes, type ToolTimes } from '../ignored-times.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from '../placeholders.js';
import type { Collected, RoundPlace, RunChoices, RunnerTraits, SuiteRun, ToolCommand, ToolFacts, ToolRunner } from '../tool-runner.js';
import { joinKeys, rustKey } from '../toolchain-key.js';
import { optionValues, parseCargoBench, type CargoBench } from './cargo-command.js';
import { readBenchSources, readCargoFacts, readCrateVersion, readTargetFlags, type CargoSuite } from './cargo-bench.js';

/** A tool whose benchmarks are programs that `cargo bench` builds and runs. */
export interface CargoTool {
  tool: ToolName;
  /** As messages call it. */
  title: string;
  traits: RunnerTraits;
  /** Cargo's command, where it is not bench. */
  verb?: string;
  /** The crate whose version is the harness's; null: Rust's own harness, which has the compiler's. */
  crate: string | null;
  times: ToolTimes;
  /** The filter by which the tool measures these benchmarks alone, where it is not a regular expression over their ids. */
  exactly?(ids: readonly string[]): string | null;
  /** What `{output}` stands for: a file or folder of this name in the round's folder. */
  output: string;
  /** Options of cargo's own. */
  options?: readonly string[];
  /** As PreparedTool has it. */
  benchmarkFailed?: readonly number[];
  /** As PreparedTool has it, where one program runs: behind a program that ends so cargo runs no other. */
  endsWell?: readonly number[];
  /** Flags of the tool itself. The programs that know them are then named, since cargo hands them to every harness. */
  flags?(suite: SuiteConfig): string[];
  /** Variables the tool reads; those in `fixed` count over the suite's own. `output` is absolute. */
  env?(suite: SuiteConfig, output: string): { usual?: Record<string, string>; fixed?: Record<string, string> };
  /** Programs beside Rust's own that the numbers depend on; BNL010 where one is absent. */
  toolchain?(suite: CargoSuite): Promise<NamedVersion[]>;
  collect(place: RoundPlace, result: ProcessResult, at: { run: SuiteRun; world: World }): Promise<Collected>;
}

/** The runner of a tool of `cargo bench`. A command that calls cargo by another program is run as it stands. */
export function cargoBenchRunner(tool: CargoTool): ToolRunner {
  return {
    tool: tool.tool,
    traits: { ...tool.traits, cargo: true, key: tool.traits.key === undefined ? rustKey : joinKeys(rustKey, tool.traits.key) },
    choices: (command) => choicesOf(tool, command),
    async prepare(run, world) {
      const command = run.suite.command ?? tool.traits.start ?? ['cargo', 'bench'];
      const suite: CargoSuite = { cargo: parseCargoBench(command, tool.verb), run, world };
      const known = await readCargoFacts(suite, tool.title);
      const toolchain = [...known.toolchain, ...((await tool.toolchain?.(suite)) ?? [])];
      const facts: ToolFacts = { command, ...known, toolchain, findings: [...known.findings, ...ignoredTimes(tool, run.suite)] };
      const flags = tool.flags?.(run.suite) ?? [];
      const parts = { tool, command, cargo: suite.cargo, suite: run.suite, flags, targets: flags.length === 0 ? [] : await readTargetFlags(suite) };
      return {
        facts,
        settle: async () => void (facts.harnessVersion = await harnessVersion(tool, suite, facts)),
        build: suite.cargo === null ? null : planBuild(suite.cargo, parts.targets),
        plan: async ({ folder }) => planRun(parts, folder),
        collect: (place, result) => tool.collect(place, result, { run, world }),
        sources: (ids) => readBenchSources(suite, ids),
        ...(tool.benchmarkFailed === undefined ? {} : { benchmarkFailed: tool.benchmarkFailed }),
        ...(tool.endsWell === undefined || optionValues(suite.cargo?.options ?? [], '--bench').length !== 1 ? {} : { endsWell: tool.endsWell }),
      };
    },
  };
}

/** A command that is no `cargo bench` gets no flags of ours. */
function choicesOf({ times, traits, exactly, verb }: CargoTool, command: readonly string[] | null): RunChoices {
  const ours = command === null || parseCargoBench(command, verb) !== null;
  return { warmup: ours && times.warmup === true, measure: ours && times.measure === true, filter: ours && traits.filter === 'tool' ? (exactly ?? exactFilter) : null };
}

async function harnessVersion({ crate }: CargoTool, suite: CargoSuite, { toolchain }: ToolFacts): Promise<string | null> {
  return crate === null ? (toolchain.find(({ name }) => name === 'rustc')?.version ?? null) : readCrateVersion(suite, crate);
}

function planBuild(cargo: CargoBench, targets: readonly string[]): ToolCommand {
  const [program, ...args] = [...cargo.start, ...cargo.options, ...targets, '--no-run'];
  return { program: program ?? cargo.cargo, args, env: quiet };
}

const quiet = { CARGO_TERM_COLOR: 'never', CARGO_TERM_PROGRESS_WHEN: 'never' };

interface RunParts {
  tool: CargoTool;
  command: readonly string[];
  cargo: CargoBench | null;
  suite: SuiteConfig;
  flags: readonly string[];
  targets: readonly string[];
}

function planRun({ tool, command, cargo, suite, flags, targets }: RunParts, folder: string): ToolCommand {
  const output = join(folder, tool.output);
  const values = placeholderValues(suite, output);
  const filter = tool.traits.filter === 'read' || suite.filter === null || hasPlaceholder(command, 'filter') ? [] : [suite.filter];
  const options = (tool.options ?? []).filter((option) => cargo?.options.some((own) => own.split('=')[0] === option.split('=')[0]) === false);
  const words = cargo === null ? command : [...cargo.start, ...cargo.options, ...options, ...targets, ...afterDashes(cargo, [...flags, ...filter])];
  const [program, ...args] = fillPlaceholders(words, values) as [string, ...string[]];
  const threads = values.threads === null ? {} : { RAYON_NUM_THREADS: values.threads };
  const { usual, fixed } = tool.env?.(suite, output) ?? {};
  return { program, args, env: { ...quiet, ...threads, ...usual, ...placeholderEnv(values), ...suite.env, ...fixed } };
}

function afterDashes(cargo: CargoBench, added: readonly string[]): string[] {
  const harness = [...cargo.harness, ...added];
  return harness.length === 0 ? [] : ['--', ...harness];
}

import { join } from 'node:path';
import { createFinding, type Digest } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { userError } from '../../user-error.js';
import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from '../placeholders.js';
import { noFacts, type ToolCommand, type PreparedTool, type SuiteRun, type ToolFacts, type ToolRunner } from '../tool-runner.js';
import { namesTargets, optionValues, parseCargoBench, type CargoBench } from './cargo-command.js';
import { askCargo, locateWorkspace, readBenchProfile, readLockedVersion, readRustToolchain } from './cargo-facts.js';
import { benchPackages, benchTargets } from './cargo-targets.js';
import { findRepeatedIds, pruneCriterionFolder, readCriterionFiles } from './criterion-files.js';
import { digestCriterionSources } from './criterion-sources.js';

/** Criterion.rs by `cargo bench`, read from the files it writes into a folder of its own (CRITERION_HOME). */
export const runner: ToolRunner = {
  tool: 'criterion',
  traits: { start: ['cargo', 'bench'], install: 'Install Rust: https://rustup.rs', filter: 'tool', memory: 'none' },
  async prepare(run, world) {
    const command = run.suite.command ?? ['cargo', 'bench'];
    const cargo = parseCargoBench(command);
    const facts: ToolFacts = { command, ...(cargo === null ? noFacts : await readFacts(cargo, run, world)) };
    const timing = timingFlags(run);
    const targets = cargo === null || timing.length === 0 ? [] : await targetFlags(cargo, run, world);
    const plan = (home: string): ToolCommand => planRun({ command, cargo, run, flags: { targets, timing }, home });
    return {
      facts,
      settle: async () => void (facts.harnessVersion = cargo === null ? null : await readCriterionVersion(cargo, run, world)),
      build: cargo === null ? null : planBuild(cargo, targets),
      plan: async (place) => plan(join(place.folder, 'criterion')),
      collect: collector(world, run),
      sources: async (ids) => withDigest(ids, cargo === null ? null : await readSourceDigest(cargo, run, world)),
    };
  },
};

async function readFacts(cargo: CargoBench, run: SuiteRun, world: World): Promise<Omit<ToolFacts, 'command'>> {
  const toolchain = await readRustToolchain(cargo, run, world);
  const workspace = await locateWorkspace(cargo, run, world);
  const profile = await readBenchProfile(cargo, workspace, { run, world });
  const rustflags = run.env['RUSTFLAGS'] === undefined ? [] : [`RUSTFLAGS=${run.env['RUSTFLAGS']}`];
  const debug = profile.optLevel === '0' && !run.suite.allowDebug;
  const evidence = profile.from === null ? 'opt-level 0' : `opt-level 0 by ${profile.from}`;
  return {
    harnessVersion: null,
    toolchain,
    build: { profile: profile.name, flags: [...profile.flags, ...rustflags] },
    findings: debug ? [createFinding('BNL013', { suite: run.suite.name, evidence }, { suite: run.suite.name })] : [],
  };
}

async function readCriterionVersion(cargo: CargoBench, run: SuiteRun, world: World): Promise<string | null> {
  return readLockedVersion(await locateWorkspace(cargo, run, world), 'criterion', world);
}

/** Criterion takes both times in seconds. */
function timingFlags({ suite }: SuiteRun): string[] {
  const seconds = (ms: number): string => String(ms / 1000);
  return [
    ...(suite.warmupMs === null ? [] : ['--warm-up-time', seconds(suite.warmupMs)]),
    ...(suite.measureMs === null ? [] : ['--measurement-time', seconds(suite.measureMs)]),
  ];
}

async function targetFlags(cargo: CargoBench, run: SuiteRun, world: World): Promise<string[]> {
  if (namesTargets(cargo.options)) return [];
  const metadata = await readMetadata(cargo, run, world);
  return metadata === null ? [] : benchTargets(metadata, cargo.options, run.folder).flatMap((name) => ['--bench', name]);
}

function readMetadata(cargo: CargoBench, run: SuiteRun, world: World): Promise<string | null> {
  return askCargo(cargo, ['metadata', '--no-deps', '--format-version', '1'], { run, world });
}

/** null: cargo cannot tell, or the manifest is another than the one of the folder. */
async function readSourceDigest(cargo: CargoBench, run: SuiteRun, world: World): Promise<Digest | null> {
  const elsewhere = optionValues(cargo.options, '--manifest-path').length > 0;
  const metadata = elsewhere ? null : await readMetadata(cargo, run, world);
  return metadata === null ? null : digestCriterionSources(world.files, benchPackages(metadata, cargo.options, run.folder));
}

function withDigest(ids: readonly string[], digest: Digest | null): Map<string, Digest> {
  return new Map(digest === null ? [] : ids.map((id) => [id, digest]));
}

function planBuild(cargo: CargoBench, targets: readonly string[]): ToolCommand {
  const [program, ...args] = [...cargo.start, ...cargo.options, ...targets, '--no-run'];
  return { program: program ?? cargo.cargo, args, env: quiet };
}

const quiet = { CARGO_TERM_COLOR: 'never', CARGO_TERM_PROGRESS_WHEN: 'never' };

interface RunParts {
  command: readonly string[];
  cargo: CargoBench | null;
  run: SuiteRun;
  flags: { targets: readonly string[]; timing: readonly string[] };
  home: string;
}

function planRun({ command, cargo, run, flags, home }: RunParts): ToolCommand {
  const values = placeholderValues(run.suite, home);
  const filter = run.suite.filter === null || hasPlaceholder(command, 'filter') ? [] : [run.suite.filter];
  const words = cargo === null ? command : [...cargo.start, ...cargo.options, ...flags.targets, ...afterDashes(cargo, [...flags.timing, ...filter])];
  const [program, ...args] = fillPlaceholders(words, values) as [string, ...string[]];
  const threads = values.threads === null ? {} : { RAYON_NUM_THREADS: values.threads };
  return { program, args, env: { ...quiet, ...threads, ...placeholderEnv(values), ...run.suite.env, CRITERION_HOME: home } };
}

function afterDashes(cargo: CargoBench, added: readonly string[]): string[] {
  const harness = [...cargo.harness, ...added];
  return harness.length === 0 ? [] : ['--', ...harness];
}

function collector(world: World, run: SuiteRun): PreparedTool['collect'] {
  return async (place, result) => {
    const failure = /^Criterion\.rs ERROR: .*$/m.exec(result.stderr)?.[0];
    if (failure !== undefined) throw userError('BNL011', { command: 'Criterion', outcome: failure }, { suite: run.suite.name });
    const home = join(place.folder, 'criterion');
    const files = await readCriterionFiles(world.files, home, `${place.shown}/criterion`);
    await pruneCriterionFolder(world.files, home);
    const repeated = findRepeatedIds(`${result.stdout}\n${result.stderr}`);
    return { files, findings: repeated.map((id) => createFinding('BNL019', { id }, { suite: run.suite.name })) };
  };
}

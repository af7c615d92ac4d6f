import { createFinding, type Digest, type NamedVersion } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { noFacts, type SuiteRun, type ToolFacts } from '../tool-runner.js';
import { namesTargets, optionValues, type CargoBench } from './cargo-command.js';
import { askCargo, locateWorkspace, readBenchProfile, readLockedVersion, readRustToolchain } from './cargo-facts.js';
import { digestBenchSources } from './cargo-sources.js';
import { benchPackages, benchTargets } from './cargo-targets.js';

/** What a suite's `cargo bench` is asked: null where something else may call cargo, of which nothing is known. */
export interface CargoSuite {
  cargo: CargoBench | null;
  run: SuiteRun;
  world: World;
}

/** Toolchain and profile of the benchmarks; a build without optimisation is an error (BNL013), an absent cargo BNL010. */
export async function readCargoFacts({ cargo, run, world }: CargoSuite, title: string): Promise<Omit<ToolFacts, 'command'>> {
  if (cargo === null) return { ...noFacts, findings: [] };
  const toolchain: NamedVersion[] = await readRustToolchain(cargo, title, { run, world });
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

/** The version of a crate that the build uses; null where it is not known. */
export async function readCrateVersion({ cargo, run, world }: CargoSuite, crate: string): Promise<string | null> {
  return cargo === null ? null : readLockedVersion(await locateWorkspace(cargo, run, world), crate, world);
}

/** `--bench NAME` for each benchmark program, where the command names none. */
export async function readTargetFlags(suite: CargoSuite): Promise<string[]> {
  const { cargo, run } = suite;
  if (cargo === null || namesTargets(cargo.options)) return [];
  const metadata = await readMetadata(cargo, suite);
  return metadata === null ? [] : benchTargets(metadata, cargo.options, run.folder).flatMap((name) => ['--bench', name]);
}

/** The digest of all benchmark programs' sources for each of these benchmarks. None: cargo cannot tell, or the manifest is another than the one of the folder. */
export async function readBenchSources(suite: CargoSuite, ids: readonly string[]): Promise<Map<string, Digest>> {
  const { cargo, run, world } = suite;
  if (cargo === null || optionValues(cargo.options, '--manifest-path').length > 0) return new Map();
  const metadata = await readMetadata(cargo, suite);
  const digest = metadata === null ? null : await digestBenchSources(world.files, benchPackages(metadata, cargo.options, run.folder));
  return new Map(digest === null ? [] : ids.map((id) => [id, digest]));
}

function readMetadata(cargo: CargoBench, { run, world }: CargoSuite): Promise<string | null> {
  return askCargo(cargo, ['metadata', '--no-deps', '--format-version', '1'], { run, world });
}

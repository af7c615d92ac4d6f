import { dirname, join } from 'node:path';
import type { NamedVersion } from '@benchline/core/model';
import type { World } from '../../ports/world.js';
import { readToolVersion } from '../tool-version.js';
import type { SuiteRun } from '../tool-runner.js';
import { optionValues, type CargoBench } from './cargo-command.js';
import { readCargoProfile, type CargoProfile, type CargoSettings } from './cargo-profile.js';

const install = 'Install Rust from https://rustup.rs, then run the command again.';

/** Versions of cargo and rustc; BNL010, for the tool of this title, where they are absent. */
export async function readRustToolchain(cargo: CargoBench, title: string, { run, world }: { run: SuiteRun; world: World }): Promise<NamedVersion[]> {
  const program = { tool: title, program: cargo.cargo, install };
  const cargoVersion = await readToolVersion(program, run, { world, first: before(cargo) });
  const rustc = run.env['RUSTC'] ?? 'rustc';
  const rustcVersion = await readToolVersion({ ...program, program: rustc }, run, { world, first: before(cargo) });
  return [
    { name: 'rustc', version: rustcVersion },
    { name: 'cargo', version: cargoVersion },
  ];
}

/** Folder of the workspace's Cargo.toml; the suite's folder where cargo cannot tell. */
export async function locateWorkspace(cargo: CargoBench, run: SuiteRun, world: World): Promise<string> {
  const output = await askCargo(cargo, ['locate-project', '--workspace', '--message-format', 'plain'], { run, world });
  return output === null ? run.folder : dirname(output.trim());
}

/** What cargo prints; null if it fails. */
export async function askCargo(cargo: CargoBench, args: readonly string[], { run, world }: { run: SuiteRun; world: World }): Promise<string | null> {
  const result = await world.processes.run({
    program: cargo.cargo,
    args: [...before(cargo), ...args],
    cwd: run.folder,
    env: run.env,
    timeoutMs: 120_000,
    signal: world.signal,
  });
  return result.code === 0 ? result.stdout : null;
}

function before(cargo: CargoBench): string[] {
  return cargo.toolchain === null ? [] : [cargo.toolchain];
}

/** The profile the benchmarks are compiled with, from the workspace's files, the environment and the command line. */
export async function readBenchProfile(cargo: CargoBench, workspace: string, { run, world }: { run: SuiteRun; world: World }): Promise<CargoProfile> {
  const name = optionValues(cargo.options, '--profile').at(-1) ?? 'bench';
  const inline = await parseToml(optionValues(cargo.options, '--config').filter((value) => value.includes('=')).join('\n'));
  const settings: CargoSettings[] = [{ name: '--config', content: inline }];
  const manifest = join(workspace, 'Cargo.toml');
  for (const path of new Set([join(run.folder, '.cargo/config.toml'), join(workspace, '.cargo/config.toml'), manifest])) {
    if (await world.files.exists(path)) settings.push({ name: path === manifest ? 'Cargo.toml' : '.cargo/config.toml', content: await parseToml(await world.files.readText(path)) });
  }
  return readCargoProfile(name, settings, run.env);
}

/** Whether Cargo's own configuration sets this variable for what it builds and runs. */
export async function setsVariable(name: string, workspace: string, { run, world }: { run: SuiteRun; world: World }): Promise<boolean> {
  for (const path of new Set([join(run.folder, '.cargo/config.toml'), join(workspace, '.cargo/config.toml')])) {
    const content = (await world.files.exists(path)) ? await parseToml(await world.files.readText(path)) : {};
    const variables = (content as { env?: unknown } | null)?.env;
    if (typeof variables === 'object' && variables !== null && Object.hasOwn(variables, name)) return true;
  }
  return false;
}

/** The version of a package in Cargo.lock; null where it is absent, several joined by a comma. */
export async function readLockedVersion(workspace: string, name: string, world: World): Promise<string | null> {
  const path = join(workspace, 'Cargo.lock');
  if (!(await world.files.exists(path))) return null;
  const text = await world.files.readText(path);
  const versions = [...text.matchAll(/^name = "([^"]+)"\r?\nversion = "([^"]+)"/gm)].filter(([, found]) => found === name).map(([, , version]) => version);
  return versions.length === 0 ? null : versions.join(', ');
}

/** A file cargo itself would refuse is cargo's to complain about: here it says nothing. */
async function parseToml(text: string): Promise<unknown> {
  const { parse } = await import('smol-toml');
  try {
    return parse(text);
  } catch {
    return {};
  }
}

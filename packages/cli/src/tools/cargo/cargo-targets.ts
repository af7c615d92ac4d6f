import { dirname, resolve } from 'node:path';
import { matchesPattern } from '@benchline/core/model';
import { optionValues } from './cargo-command.js';

interface CargoTarget {
  name: string;
  kind: string[];
  /** Absolute path of its main file. */
  src_path: string;
}

/** The part of `cargo metadata --no-deps --format-version 1` that is used. */
interface CargoMetadata {
  packages: { name: string; manifest_path: string; targets: CargoTarget[] }[];
}

/** A package whose benchmark programs a `cargo bench` runs. */
export interface BenchPackage {
  name: string;
  /** Absolute. */
  folder: string;
  /** All its benchmark programs, also those that are not run. */
  targets: { name: string; source: string; runs: boolean }[];
}

/**
 * Names of the benchmark programs a `cargo bench` would run, each once.
 * A tool's own flags need them: without `--bench NAME` cargo hands the flags to the library's test harness too, which refuses them.
 */
export function benchTargets(metadata: string, options: readonly string[], folder: string): string[] {
  return [...new Set(benchPackages(metadata, options, folder).flatMap(({ targets }) => targets.map(({ name }) => name)))];
}

/** The packages with benchmark programs that a `cargo bench` would run in a folder. `--bench NAME` may hold glob patterns; `*` is understood. */
export function benchPackages(metadata: string, options: readonly string[], folder: string): BenchPackage[] {
  const { packages } = JSON.parse(metadata) as CargoMetadata;
  const named = optionValues(options, '-p', '--package').map((spec) => spec.replace(/[@:].*$/, ''));
  const everything = options.includes('--workspace') || options.includes('--all');
  const here = packages.filter((each) => dirname(each.manifest_path) === resolve(folder));
  const chosen = named.length > 0 ? packages.filter((each) => named.includes(each.name)) : everything || here.length === 0 ? packages : here;
  const programs = optionValues(options, '--bench');
  const runs = (name: string): boolean => programs.length === 0 || programs.some((pattern) => matchesPattern(pattern, name));
  return chosen.flatMap(({ name, manifest_path, targets }) => {
    const benches = targets.filter(({ kind }) => kind.includes('bench')).map((target) => ({ name: target.name, source: target.src_path, runs: runs(target.name) }));
    return benches.some((bench) => bench.runs) ? [{ name, folder: dirname(manifest_path), targets: benches }] : [];
  });
}

import { dirname, resolve } from 'node:path';
import { optionValues } from './cargo-command.js';

/** The part of `cargo metadata --no-deps --format-version 1` that is used. */
interface CargoMetadata {
  packages: { name: string; manifest_path: string; targets: { name: string; kind: string[] }[] }[];
}

/**
 * Names of the benchmark programs a `cargo bench` would run, each once.
 * Criterion's own flags need them: without `--bench NAME` cargo hands the flags to the library's test harness too, which refuses them.
 */
export function benchTargets(metadata: string, options: readonly string[], folder: string): string[] {
  const { packages } = JSON.parse(metadata) as CargoMetadata;
  const named = optionValues(options, '-p', '--package').map((spec) => spec.replace(/[@:].*$/, ''));
  const everything = options.includes('--workspace') || options.includes('--all');
  const here = packages.filter((each) => dirname(each.manifest_path) === resolve(folder));
  const chosen = named.length > 0 ? packages.filter((each) => named.includes(each.name)) : everything || here.length === 0 ? packages : here;
  return [...new Set(chosen.flatMap((each) => each.targets.filter(({ kind }) => kind.includes('bench')).map(({ name }) => name)))];
}

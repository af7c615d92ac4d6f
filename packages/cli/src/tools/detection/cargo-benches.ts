import { parse } from 'smol-toml';
import type { ToolName } from '@benchline/core/model';
import type { Detected, Snapshot } from '../detector.js';
import { folderOf, within } from './folder-of.js';

/** Manifests, and what could be the source of a bench target. */
export const cargoFiles = /(^|\/)(?:Cargo\.toml|benches\/(?:[^/]+\/)?[^/]+\.rs)$/;

interface CargoManifest {
  package?: { name?: string };
  bench?: BenchTarget[];
  'dev-dependencies'?: Record<string, unknown>;
  dependencies?: Record<string, unknown>;
}

interface BenchTarget {
  name?: string;
  path?: string;
  harness?: boolean;
}

/** Crates with benchmarks of one of these packages: a `[[bench]]` with `harness = false` whose source names it. One suite a crate. */
export function detectCargoBenches(snapshot: Snapshot, tool: ToolName, packages: readonly string[]): Detected {
  const detected: Detected = { projects: [], skipped: [] };
  for (const [path, text] of snapshot) {
    if (!/(^|\/)Cargo\.toml$/.test(path) || text === null) continue;
    const manifest = readManifest(text);
    if (manifest === null) detected.skipped.push({ path, what: 'a Cargo manifest', why: 'it is not valid TOML' });
    else addCrate(detected, { snapshot, tool, path }, { manifest, packages });
  }
  return detected;
}

interface Place {
  snapshot: Snapshot;
  tool: ToolName;
  path: string;
}

function addCrate(detected: Detected, { snapshot, tool, path }: Place, { manifest, packages }: { manifest: CargoManifest; packages: readonly string[] }): void {
  const names = dependencyNames(manifest, packages);
  if (manifest.package === undefined || names.length === 0) return;
  const root = folderOf(path);
  const benches = (manifest.bench ?? []).filter((bench) => bench.name !== undefined && bench.harness === false && mentions(sourceOf(snapshot, root, bench), names));
  if (benches.length === 0) {
    detected.skipped.push({ path, what: `a dependency on ${names[0] ?? tool}`, why: 'there is no [[bench]] with harness = false to run' });
    return;
  }
  detected.projects.push({ root, suites: [{ name: tool, tool, command: ['cargo', 'bench', ...benches.flatMap(({ name = '' }) => ['--bench', name])] }] });
}

/** What the crate calls the packages it depends on; one can be renamed. */
function dependencyNames({ dependencies, 'dev-dependencies': dev }: CargoManifest, packages: readonly string[]): string[] {
  const isOne = ([name, value]: [string, unknown]): boolean => packages.includes(name) || (typeof value === 'object' && value !== null && packages.includes(String((value as { package?: unknown }).package)));
  return Object.entries({ ...dependencies, ...dev }).filter(isOne).map(([name]) => name);
}

function sourceOf(snapshot: Snapshot, root: string, { name = '', path }: BenchTarget): string | null {
  const places = path === undefined ? [`benches/${name}.rs`, `benches/${name}/main.rs`] : [path];
  return places.map((place) => snapshot.get(within(root, place))).find((text) => text !== undefined) ?? null;
}

/** A source that cannot be seen is taken for what the crate depends on. */
function mentions(source: string | null, names: readonly string[]): boolean {
  return source === null || names.some((name) => new RegExp(`\\b${name.replaceAll('-', '_')}\\b`).test(source));
}

function readManifest(text: string): CargoManifest | null {
  try {
    return parse(text) as CargoManifest;
  } catch {
    return null;
  }
}

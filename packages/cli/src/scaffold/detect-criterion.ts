import { parse } from 'smol-toml';
import { folderOf } from './folder-of.js';
import type { DetectedProject, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';

interface CargoManifest {
  package?: { name?: string };
  bench?: { name?: string; harness?: boolean }[];
  'dev-dependencies'?: Record<string, unknown>;
  dependencies?: Record<string, unknown>;
}

interface Detected {
  projects: DetectedProject[];
  skipped: SkippedBenchmarks[];
}

/** Crates with Criterion benchmarks: a `[[bench]]` with `harness = false` beside a dependency on criterion. */
export function detectCriterion(snapshot: Snapshot): Detected {
  const detected: Detected = { projects: [], skipped: [] };
  for (const [path, text] of snapshot) {
    if (!/(^|\/)Cargo\.toml$/.test(path) || text === null) continue;
    const manifest = readManifest(text);
    if (manifest === null) detected.skipped.push({ path, what: 'a Cargo manifest', why: 'it is not valid TOML' });
    else addCrate(detected, path, manifest);
  }
  return detected;
}

function addCrate(detected: Detected, path: string, manifest: CargoManifest): void {
  if (manifest.package === undefined) return;
  const benches = (manifest.bench ?? []).filter(({ name, harness }) => name !== undefined && harness === false);
  if (dependsOn(manifest, 'divan')) detected.skipped.push({ path, what: 'divan benchmarks', why: 'divan is not supported yet' });
  if (!dependsOn(manifest, 'criterion')) return;
  if (benches.length === 0) {
    detected.skipped.push({ path, what: 'a dependency on criterion', why: 'there is no [[bench]] with harness = false to run' });
    return;
  }
  const targets = benches.flatMap(({ name }) => ['--bench', name!]);
  detected.projects.push({ root: folderOf(path), suites: [{ name: 'criterion', tool: 'criterion', command: ['cargo', 'bench', ...targets] }] });
}

function dependsOn(manifest: CargoManifest, crate: string): boolean {
  const all = { ...manifest.dependencies, ...manifest['dev-dependencies'] };
  return Object.entries(all).some(([name, value]) => name === crate || (typeof value === 'object' && value !== null && (value as { package?: unknown }).package === crate));
}

function readManifest(text: string): CargoManifest | null {
  try {
    return parse(text) as CargoManifest;
  } catch {
    return null;
  }
}

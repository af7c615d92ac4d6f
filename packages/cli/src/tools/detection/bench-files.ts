import type { ToolName, WrittenSuite } from '@benchline/core/model';
import type { BenchFile, Detected, Detector, SkippedBenchmarks, Snapshot } from '../detector.js';
import { folderOf, nearestFolder, relativeTo, within } from './folder-of.js';
import { dependenciesOf } from './package-manifest.js';

const byName = /[._]bench\.[cm]?[jt]sx?$/;

/** JavaScript and TypeScript files that could be benchmarks, by their names (encode.bench.ts, encode_bench.ts, benchmark.js) or by their folder. */
export const benchFilePath = /[._]bench\.[cm]?[jt]sx?$|(?:^|\/)bench(?:mark)?s?\.[cm]?[jt]s$|(?:^|\/)(?:bench|benches|benchmarks?)\/(?:[^/]+\/)*[^/]+\.[cm]?[jt]s$/;

/** Which bench files are whose, and those of which that cannot be told. */
export interface AssignedFiles {
  filesOf: ReadonlyMap<ToolName, readonly BenchFile[]>;
  skipped: SkippedBenchmarks[];
}

export function assignBenchFiles(snapshot: Snapshot, detectors: readonly Detector[]): AssignedFiles {
  const filesOf = new Map<ToolName, BenchFile[]>();
  const skipped: SkippedBenchmarks[] = [];
  for (const [path, text] of snapshot) {
    if (!benchFilePath.test(path)) continue;
    const file = { path, text: text ?? '' };
    const owner = ownerOf(file, snapshot, detectors);
    if (owner !== null && typeof owner === 'object') skipped.push(owner);
    else if (owner !== null) filesOf.set(owner, [...(filesOf.get(owner) ?? []), file]);
  }
  return { filesOf, skipped };
}

function ownerOf(file: BenchFile, snapshot: Snapshot, detectors: readonly Detector[]): ToolName | SkippedBenchmarks | null {
  const claimants = detectors.filter(({ benchFiles }) => benchFiles?.text.test(file.text));
  const [only, second] = claimants;
  if (second !== undefined) return { path: file.path, what: 'benchmarks', why: `it imports ${claimants.map(({ tool }) => tool).join(' and ')}: say by a suite which of them runs it` };
  if (only !== undefined) return only.tool;
  if (!byName.test(file.path)) return null;
  const rival = exportsSomething(file) ? undefined : detectors.find(({ benchFiles }) => benchFiles?.globals !== undefined && benchFiles.globals in dependenciesAt(file, snapshot));
  if (rival !== undefined) return { path: file.path, what: 'benchmarks', why: `it imports no tool; ${rival.tool}, which the package has, and Benchline both give a global bench: say by a suite which of them runs it` };
  return detectors.find(({ benchFiles }) => benchFiles?.takesOthers)?.tool ?? null;
}

/** A file that exports its benchmarks waits for nobody's global. */
function exportsSomething({ text }: BenchFile): boolean {
  return /\bexport\s+default\b|\bmodule\.exports\b/.test(text);
}

function dependenciesAt({ path }: BenchFile, snapshot: Snapshot): Record<string, string> {
  return dependenciesOf(snapshot.get(within(packageOf(snapshot, path), 'package.json')));
}

/** The files by the package that each is in; paths are relative to it. */
export function byPackage(snapshot: Snapshot, files: readonly BenchFile[]): Map<string, string[]> {
  const filesOf = new Map<string, string[]>();
  for (const { path } of files) {
    const root = packageOf(snapshot, path);
    filesOf.set(root, [...(filesOf.get(root) ?? []), relativeTo(root, path)]);
  }
  return filesOf;
}

/** The folder of the nearest package.json at or above a file, else the repository's. */
export function packageOf(snapshot: Snapshot, path: string): string {
  return nearestFolder(path, (folder) => snapshot.has(within(folder, 'package.json'))) ?? '';
}

/** Scripts that run their benchmarks themselves: a suite each. TypeScript needs a loader, which is the user's to choose. */
export function detectPrograms(snapshot: Snapshot, files: readonly BenchFile[], suiteOf: (name: string, path: string) => WrittenSuite): Detected {
  const detected: Detected = { projects: [], skipped: [] };
  for (const { path } of files) {
    const root = packageOf(snapshot, path);
    const name = (path.slice(folderOf(path).length).replace(/^\//, '').split('.')[0] ?? '').replace(/[._]bench$/, '');
    if (/\.[cm]?js$/.test(path)) detected.projects.push({ root, suites: [suiteOf(name, relativeTo(root, path))] });
    else detected.skipped.push({ path, what: 'benchmarks', why: 'it is TypeScript: add it as a suite with the command that runs it' });
  }
  return detected;
}

import { nearestFolder, relativeTo, within } from './folder-of.js';
import type { DetectedProject, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';
import { isBenchFile } from './snapshot-scope.js';

/** Other runners that use the same file names: their files are not ours to run. */
const otherRunners = [
  { name: 'Vitest', imports: /from\s+['"]vitest['"]|require\(['"]vitest['"]\)/ },
  { name: 'Deno', imports: /\bDeno\.bench\(/ },
  { name: 'mitata', imports: /from\s+['"]mitata['"]|require\(['"]mitata['"]\)/ },
];

/** Packages with `*.bench.ts|js` files for Benchline's tinybench runner, each file in its nearest package. */
export function detectJavaScript(snapshot: Snapshot): { projects: DetectedProject[]; skipped: SkippedBenchmarks[] } {
  const filesOf = new Map<string, string[]>();
  const skipped: SkippedBenchmarks[] = [];
  for (const [path, text] of snapshot) {
    if (!isBenchFile(path)) continue;
    const other = otherRunners.find(({ imports }) => imports.test(text ?? ''));
    if (other !== undefined) {
      skipped.push({ path, what: `${other.name} benchmarks`, why: `${other.name} is not supported yet` });
      continue;
    }
    const root = nearestFolder(path, (folder) => snapshot.has(within(folder, 'package.json'))) ?? '';
    filesOf.set(root, [...(filesOf.get(root) ?? []), relativeTo(root, path)]);
  }
  const projects = [...filesOf].map(([root, files]): DetectedProject => ({ root, suites: [{ name: 'js', tool: 'tinybench', files: patternsOf(files) }] }));
  return { projects, skipped };
}

/** One pattern per extension, so that a new file needs no change: `**\/*.bench.ts`. */
function patternsOf(files: readonly string[]): string[] {
  const extensions = new Set(files.map((file) => file.slice(file.lastIndexOf('.') + 1)));
  return [...extensions].sort().map((extension) => `**/*.bench.${extension}`);
}

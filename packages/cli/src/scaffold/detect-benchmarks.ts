import type { WrittenSuite } from '@benchline/core/model';
import { assignBenchFiles } from '../tools/detection/bench-files.js';
import type { Detected, DetectedProject, Detector, SkippedBenchmarks, Snapshot } from '../tools/detector.js';
import { detectors } from '../tools/generated/detectors.js';

/** The tools that are looked for. */
export const detectableTools: readonly string[] = detectors.map(({ tool }) => tool);

/** Every project with benchmarks, by folder; a folder with several tools is one project with several suites. */
export function detectBenchmarks(snapshot: Snapshot): Detected {
  const sorted: Snapshot = new Map([...snapshot].sort(([a], [b]) => (a < b ? -1 : 1)));
  const { filesOf, skipped } = assignBenchFiles(sorted, detectors);
  const found = detectors.map((detector) => detector.detect({ snapshot: sorted, benchFiles: filesOf.get(detector.tool) ?? [] }));
  const every = [...found.flatMap((each) => each.skipped), ...skipped];
  return { projects: joinProjects(found.flatMap(({ projects }) => projects)), skipped: distinct(every) };
}

/** The commands by which CI gets the tools of these projects, each once. */
export function installCommands(projects: readonly DetectedProject[]): string[] {
  const tools = new Set(projects.flatMap(({ suites }) => suites.map(({ tool }) => tool)));
  return [...new Set(detectors.filter(({ tool }) => tools.has(tool)).flatMap(({ install }) => install ?? []))];
}

/** Whether some detector looks at the text of a file. */
export function isOfInterest(path: string): boolean {
  return detectors.some(({ reads }: Detector) => reads.test(path));
}

function joinProjects(found: readonly DetectedProject[]): DetectedProject[] {
  const suitesOf = new Map<string, WrittenSuite[]>();
  for (const { root, suites } of found) suitesOf.set(root, withDistinctNames([...(suitesOf.get(root) ?? []), ...suites]));
  return [...suitesOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([root, suites]) => ({ root, suites }));
}

/** Suites of one project need names of their own. */
function withDistinctNames(suites: readonly WrittenSuite[]): WrittenSuite[] {
  const taken = new Set<string>();
  return suites.map((suite) => {
    const candidates = [suite.name, `${suite.name}-${suite.tool}`, ...suites.map((_, index) => `${suite.name}-${index + 2}`)];
    const name = candidates.find((candidate) => !taken.has(candidate)) ?? suite.name;
    taken.add(name);
    return { ...suite, name };
  });
}

/** Two detectors of one language say the same of a file that neither can read. */
function distinct(skipped: readonly SkippedBenchmarks[]): SkippedBenchmarks[] {
  return [...new Map(skipped.map((each) => [JSON.stringify(each), each])).values()];
}

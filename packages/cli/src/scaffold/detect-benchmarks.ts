import type { WrittenSuite } from '@benchline/core/model';
import { detectCriterion } from './detect-criterion.js';
import { detectHyperfine } from './detect-hyperfine.js';
import { detectJavaScript } from './detect-javascript.js';
import { detectUnsupported } from './detect-unsupported.js';
import type { DetectedProject, SkippedBenchmarks, Snapshot } from './scaffold-plan.js';

/** Every project with benchmarks, by folder; a folder with several tools is one project with several suites. */
export function detectBenchmarks(snapshot: Snapshot): { projects: DetectedProject[]; skipped: SkippedBenchmarks[] } {
  const sorted: Snapshot = new Map([...snapshot].sort(([a], [b]) => (a < b ? -1 : 1)));
  const found = [detectCriterion(sorted), detectJavaScript(sorted), detectHyperfine(sorted)];
  const suitesOf = new Map<string, WrittenSuite[]>();
  for (const { root, suites } of found.flatMap(({ projects }) => projects)) suitesOf.set(root, [...(suitesOf.get(root) ?? []), ...suites]);
  const projects = [...suitesOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([root, suites]) => ({ root, suites }));
  return { projects, skipped: [...found.flatMap(({ skipped }) => skipped), ...detectUnsupported(sorted)] };
}

import type { DetectedProject, SkippedBenchmarks } from '../tools/detector.js';

export type { DetectedProject, SkippedBenchmarks, Snapshot } from '../tools/detector.js';

export interface ScaffoldOptions {
  /** Which task runner the repository uses; it decides what the workflow calls. */
  runner: 'nx' | 'turbo' | 'none';
  /** Write turbo tasks and the scripts that they call. */
  turbo: boolean;
  /** Write the CI workflow. */
  ci: 'github' | 'none';
  /** The branch that the workflow measures on push. */
  defaultBranch: string;
  /** Benchline's version, for repositories that have no package.json to install it with. */
  version: string;
}

/** A file to write: its path relative to the repository's root and its whole new text. */
export interface PlannedFile {
  path: string;
  text: string;
  /** `update`: it was generated, and is generated again. */
  change: 'create' | 'extend' | 'update';
}

/** What scaffolding would change. A second plan over the result of the first changes nothing. */
export interface ScaffoldPlan {
  files: PlannedFile[];
  /** Files that stand already and stay as they are. */
  kept: string[];
  projects: DetectedProject[];
  skipped: SkippedBenchmarks[];
}

import type { ToolName, WrittenSuite } from '@benchline/core/model';

/** A repository's files as scaffolding sees them: path relative to its root, with `/`; the text of those worth reading, null for the rest. */
export type Snapshot = ReadonlyMap<string, string | null>;

/** A folder with benchmarks. */
export interface DetectedProject {
  /** Relative to the repository's root; '' is the root itself. */
  root: string;
  suites: WrittenSuite[];
}

/** Benchmarks that were seen but cannot be measured without a hand: where, and why. */
export interface SkippedBenchmarks {
  path: string;
  what: string;
  why: string;
}

export interface Detected {
  projects: DetectedProject[];
  skipped: SkippedBenchmarks[];
}

/** A file that could hold benchmarks of several tools, by its name: encode.bench.ts. */
export interface BenchFile {
  path: string;
  text: string;
}

/** What a detector is given. Paths come in order. */
export interface Repository {
  snapshot: Snapshot;
  /** The bench files that are this tool's. */
  benchFiles: readonly BenchFile[];
}

/** How a tool's bench files are told from those of other tools with the same names. */
export interface BenchFileClaim {
  /** What in a file's text is this tool's alone: an import. */
  text: RegExp;
  /** The package that gives files a global `bench`, so that they need import nothing. */
  globals?: string;
  /** Whether the files that no tool claims are this tool's. */
  takesOthers?: true;
}

/** Finds a tool's benchmarks by a repository's files, for `init`. What could be of two tools is said, not guessed. */
export interface Detector {
  tool: ToolName;
  /** Paths of the files whose text it looks at. */
  reads: RegExp;
  /** Absent: its benchmarks are not in files called `*.bench.*`. */
  benchFiles?: BenchFileClaim;
  /** The shell command by which CI gets the tool; absent: what the project installs brings it. */
  install?: string;
  detect(repository: Repository): Detected;
}

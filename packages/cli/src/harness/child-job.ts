/** What the process that measures performance specs is told, as JSON in its only argument. */
export interface PerfJob {
  /** Absolute paths of the spec files. */
  files: string[];
  /** Specs are grouped by their file's path below this folder. */
  root: string;
  output: string;
  /** Absolute path of the tinybench module, and its version. */
  library: string;
  engine: string;
  /** Benchline's own. */
  version: string;
  /** Regular expression over ids. */
  filter: string | null;
  /** `perf,!slow` */
  tags: string | null;
  warmupMs: number | null;
  measureMs: number | null;
  /** Measure whatever the conditions. */
  allowNonRelease: boolean;
  /** Print the ids and measure nothing. */
  list: boolean;
  /** One round of one spec, asked for by the process that measures all. */
  isRound: boolean;
}

/** Before the list, which follows as JSON on one line: spec files may print too. */
export const listMark = 'benchline-specs: ';

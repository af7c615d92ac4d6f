/** What the tinybench child process is told, as JSON in its only argument. */
export interface ChildJob {
  /** Absolute paths of the benchmark files. */
  files: string[];
  /** Benchmarks are grouped by their file's path below this folder. */
  root: string;
  output: string;
  /** Absolute path of the tinybench module. */
  library: string;
  /** Regular expression over `group/name`. */
  filter: string | null;
  seed: string | null;
  dataset: string | null;
  threads: number | null;
  warmupMs: number | null;
  measureMs: number | null;
}

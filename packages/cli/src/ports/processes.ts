/** Programs run outside this process. Never through a shell. */
export interface Processes {
  /** Runs to the end. On timeout or abort the whole process tree is killed (SIGTERM, then SIGKILL), also what left its group and holds the pipes. */
  run(command: ProcessCommand): Promise<ProcessResult>;
  /** Ends tools that an earlier Benchline, killed outright, left running, and says which; where they cannot be told for certain, none. */
  endLeft(): readonly string[];
  /** Whether a file of the program's name is there to be started. */
  finds(command: Pick<ProcessCommand, 'program' | 'cwd' | 'env'>): boolean;
}

export interface ProcessCommand {
  program: string;
  args: readonly string[];
  cwd: string;
  /** The whole environment of the child. */
  env: Readonly<Record<string, string | undefined>>;
  timeoutMs?: number;
  signal?: AbortSignal;
  /** stdout and stderr are written here too, whole, as they come (absolute paths). */
  stdoutFile?: string;
  stderrFile?: string;
  /** What it leaves running when it ends by itself is ended too; default: only what holds its streams. */
  endsDescendants?: boolean;
  /** How much of each stream is kept in the result, bytes; default 16 MiB. The files get all of it. */
  keepBytes?: number;
  /** Each line of the child's output as it comes, for progress. */
  onLine?: (line: string) => void;
}

export interface ProcessResult {
  outcome: 'exited' | 'signalled' | 'timeout' | 'aborted' | 'not-found' | 'not-startable';
  /** null unless it exited by itself. */
  code: number | null;
  stdout: string;
  stderr: string;
  durationMs: number;
}

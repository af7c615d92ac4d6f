import type { Clock } from './clock.js';
import type { Connections } from './connections.js';
import type { Files } from './files.js';
import type { Git } from './git.js';
import type { HostFacts } from './host-facts.js';
import type { Http } from './http.js';
import type { MachineLock } from './machine-lock.js';
import type { Processes } from './processes.js';

/** Everything a command may touch. The real one is made in node-world.ts, the fake one in testing/fake-world.ts. */
export interface World {
  files: Files;
  processes: Processes;
  clock: Clock;
  host: HostFacts;
  git: Git;
  http: Http;
  connections: Connections;
  lock: MachineLock;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute working directory. */
  cwd: string;
  stdout: Output;
  stderr: Output;
  /** Aborted by Ctrl-C and SIGTERM; its reason is the signal's name. */
  signal: AbortSignal;
  /** This process, and whether another one lives. */
  processId: number;
  isAlive(processId: number): boolean;
  /** 16 random bytes, hex; for run ids and seeds. */
  randomId(): string;
}

/** A stream people or programs read. */
export interface Output {
  write(text: string): void;
  /** Whether a person sees it: progress and colours only then. */
  isTerminal: boolean;
  columns: number;
}

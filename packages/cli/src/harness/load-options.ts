import type { PerfOptions } from './perf-options.js';
import type { LoadResult } from './perf-result.js';

/** The server under test: started before the load, awaited, and stopped after it with all its processes. */
export interface LoadServer {
  /** Program and arguments; no shell. */
  command: readonly string[];
  /** Relative to the project's folder. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** What shows that it takes requests: a URL that answers below 500, a port that takes connections, or a line that it prints. Default: the load's URL. */
  ready?: { url: string } | { port: number } | { line: string };
  /** How long it may take until then; default 30 s. */
  timeout?: string | number;
}

/** What can be said of a load test. */
export interface LoadOptions extends Pick<PerfOptions, 'tags' | 'skip'> {
  /** On this machine: http://127.0.0.1:8080/users. */
  url: string;
  /** Absent: it runs already, and is not stopped. */
  server?: LoadServer;
  /** Open at a time; default 10. */
  connections?: number;
  /** Of one round; default 5 s, or the suite's `measure`. */
  duration?: string | number;
  /** Load before it, not counted; default 1 s, or the suite's `warmup`. */
  warmup?: string | number;
  /**
   * Requests a second over all connections, held constant; absent: as many as the server answers. Only at a constant rate do latencies hold the waiting of requests
   * that a slow server kept from being sent (coordinated omission); they are corrected for it.
   */
  rate?: number;
  pipelining?: number;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** The share of requests that may fail ('0.1%' or 0.001) before the test does; default: none. */
  errorBudget?: string | number;
  /** Limits: calls of `expectLoad(result)`. What it throws fails the test. */
  expect?(result: LoadResult): void;
}

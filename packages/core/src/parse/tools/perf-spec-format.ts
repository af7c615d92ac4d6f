import type { DeclaredLimit } from '../../model/index.js';

/** What `benchline/harness` writes of one performance spec. Times are ms of one call; sizes are bytes. */
export interface PerfSpecReading {
  /** file/group/name/size=1,mode=a */
  id: string;
  name: string;
  group: string;
  params: Record<string, string>;
  tags: string[];
  status: 'completed' | 'failed' | 'skipped';
  error: { name: string; message: string } | null;
  time: {
    /** In the order measured. */
    samples: number[];
    /** Calls behind one sample; above 1 a sample is their mean. */
    batch: number;
    /** How many samples each fresh process gave, one after another; absent: all are of one. */
    processes?: number[];
  } | null;
  /** What one call works through. */
  amount: { perCall: number; unit: 'B' | 'element' } | null;
  /** Of one call on V8's heap; null: not told. */
  allocatedBytes: number | null;
  /** Collections of V8's heap while it was timed, ms that they stopped the program, and how many calls that was. */
  collections: { count: number; pauseMs: number; calls: number } | null;
  /** Times in units of another spec's, at the medians. */
  ratios: { name: string; value: number }[];
  /** Limits that the spec sets itself. */
  limits: DeclaredLimit[];
  warnings: string[];
  /** Of a load test: autocannon's result of each round, the share of requests that may fail, and whether the rate was held constant. */
  load?: { run: unknown; errorBudget: number; constantRate: boolean };
}

/** What `benchline/harness` writes: one file for each run of a suite. */
export interface PerfSpecOutput {
  /** Version of this format. */
  perfSpec: 1;
  harness: { version: string; engine: string };
  runtime: { name: string; version: string };
  /** ms of an empty call in the measuring loop. */
  emptyCallMs: number;
  specs: PerfSpecReading[];
}

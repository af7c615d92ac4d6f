import type { NonRelease } from './release-conditions.js';
import type { PerfResult } from './perf-result.js';

/** A value of a parameter; it stands in the benchmark's id as text. */
export type ParamValue = string | number | boolean;

/** One value of each parameter. */
export type Params = Readonly<Record<string, ParamValue>>;

/** How much one call works through: a number, or what says so once the state is there. */
export type Amount<State> = number | ((state: State, params: Params) => number);

/** What can be said of a performance spec. Durations: "200 ms", "1 s", or a number of ms. */
export interface PerfOptions<State = unknown> {
  /** For `--tags perf,!slow`; a group's tags are its specs' too. */
  tags?: readonly string[];
  /** Before anything is measured; default 250 ms, or the suite's `warmup`. */
  warmup?: string | number;
  /** Measuring time of one process; default 1 s, or the suite's `measure`. */
  measure?: string | number;
  /** At least this many samples; default 10. */
  iterations?: number;
  /** Fresh processes that measure this spec in each run of the suite, a round each; default 1. */
  rounds?: number;
  /** Bytes that one call works through: gives a throughput in B/s beside the time. */
  bytes?: Amount<State>;
  /** Elements that one call works through: gives a throughput in elements/s. */
  elements?: Amount<State>;
  /** The spec once for every combination: `{ size: [1, 1024], mode: ['a', 'b'] }`. */
  params?: Readonly<Record<string, readonly ParamValue[]>>;
  /** Made once before measuring, not timed; what it returns is given to each call. */
  setup?(params: Params): State | Promise<State>;
  /** After measuring, also where that failed. */
  teardown?(state: State, params: Params): unknown;
  /** Around each call, not timed. With one of them every call is a sample of its own. */
  beforeEach?(state: State, params: Params): unknown;
  afterEach?(state: State, params: Params): unknown;
  /** Conditions that are no release and under which it may be measured all the same. */
  allow?: readonly NonRelease[];
  /** Skipped, and said so. */
  skip?: boolean;
  /** Limits: calls of `expectPerf(result)`. What it throws fails the spec. */
  expect?(result: PerfResult): void;
}

/** What is measured: the state that `setup` made and the parameters are given to it; a promise is awaited. */
export type PerfFunction<State> = (state: State, params: Params) => unknown;

/** What a benchmark file may say about one benchmark. */
export interface BenchOptions {
  beforeAll?: Hook;
  afterAll?: Hook;
  beforeEach?: Hook;
  afterEach?: Hook;
}

type Hook = (this: unknown, mode?: string) => unknown;

/** One benchmark as tinybench runs it, and what it recorded. */
export interface BatchedTask {
  fn: () => unknown;
  options: BenchOptions & { async: boolean };
  /** Calls behind each sample. */
  batch: number;
  /** ms per call, in the order measured. */
  samples: number[];
}

/** A sample lasts at least this long, ms: far above the clock's resolution and its own cost. */
const shortestSample = 0.05;
const largestBatch = 1 << 20;
const warmingMs = 20;

/** Calls a function so often per sample that the clock is not what is measured. Functions with hooks around each call, and asynchronous ones, are measured call by call. */
export async function createBatchedTask(fn: () => unknown, options: BenchOptions): Promise<BatchedTask> {
  const single = options.beforeEach !== undefined || options.afterEach !== undefined;
  await options.beforeAll?.('warmup');
  await options.beforeEach?.('warmup');
  const first = fn();
  const isAsync = isPromise(first);
  if (isAsync) await first;
  await options.afterEach?.('warmup');
  const batch = single || isAsync ? 1 : findBatch(fn);
  await options.afterAll?.('warmup');
  const samples: number[] = [];
  const timing = { batch, samples, hasHooks: single };
  return { fn: isAsync ? timedAsync(fn, timing) : timedSync(fn, timing), options: { ...options, beforeAll: resetting(options, samples), async: isAsync }, batch, samples };
}

interface Timing {
  batch: number;
  samples: number[];
  /** Something is called before or after each call. */
  hasHooks: boolean;
}

/** tinybench calls beforeAll before the warm-up and again before the run: only the run's samples remain. */
function resetting(options: BenchOptions, samples: number[]): Hook {
  return function (mode) {
    samples.length = 0;
    return options.beforeAll?.call(this, mode);
  };
}

/** Found twice: cold code takes far longer than the same code when the engine has optimised it. */
function findBatch(fn: () => unknown): number {
  const cold = longEnough(fn);
  const end = performance.now() + warmingMs;
  while (performance.now() < end) callTimes(fn, cold);
  return longEnough(fn);
}

function longEnough(fn: () => unknown): number {
  for (let batch = 1; ; batch *= 2) {
    const start = performance.now();
    callTimes(fn, batch);
    if (performance.now() - start >= shortestSample || batch >= largestBatch) return batch;
  }
}

/** Kept so that the call's result is used and the call not optimised away. */
export let lastResult: unknown;

function callTimes(fn: () => unknown, times: number): void {
  for (let call = 0; call < times; call += 1) lastResult = fn();
}

/** What one sample takes of the measuring time, ms: with hooks around each call all that passed since the last one, or quick calls between slow hooks would go on for minutes. */
function costOf(hasHooks: boolean): (whole: number) => number {
  let ended: number | null = null;
  return (whole) => {
    const now = performance.now();
    const cost = hasHooks && ended !== null ? now - ended : whole;
    ended = now;
    return cost;
  };
}

function timedSync(fn: () => unknown, { batch, samples, hasHooks }: Timing): () => unknown {
  const cost = costOf(hasHooks);
  return () => {
    const start = performance.now();
    callTimes(fn, batch);
    const whole = performance.now() - start;
    samples.push(whole / batch);
    return { overriddenDuration: whole / batch, overriddenIterationCost: cost(whole) };
  };
}

function timedAsync(fn: () => unknown, { samples, hasHooks }: Timing): () => Promise<unknown> {
  const cost = costOf(hasHooks);
  return async () => {
    const start = performance.now();
    lastResult = await fn();
    const whole = performance.now() - start;
    samples.push(whole);
    return { overriddenDuration: whole, overriddenIterationCost: cost(whole) };
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}

import type { PerfSpecReading } from '@benchline/core/parse';
import { createBatchedTask, type BenchOptions } from './batched-task.js';
import { thinOut } from './thin-out.js';
import { measureAllocation } from './allocation.js';
import { countCollections, type Collections } from './collections.js';
import { collectLimits, type DeclaredLimit } from './expectation.js';
import type { Amount, Params, PerfOptions } from './perf-options.js';
import type { PerfResult } from './perf-result.js';
import type { SpecInstance } from './spec-instance.js';
import { timesOf } from './times-of.js';
import { UserError } from '../user-error.js';

/** What measures: tinybench's Bench. */
export interface Engine {
  Bench: new (options: Record<string, unknown>) => { add(name: string, fn: () => unknown, options?: object): unknown; run(): Promise<unknown> };
}

export interface MeasuringTimes {
  warmupMs: number;
  measureMs: number;
  /** ms that an empty function takes, call by call in a batch: what a call's own time holds of the loop. */
  emptyCallMs: number;
}

const mostSamples = 1000;

/** A measured spec: what is written of it, what its own checks saw, and the limits that these set. */
export interface MeasuredInstance {
  reading: PerfSpecReading;
  result: PerfResult;
  limits: DeclaredLimit[];
}

/** Measures one spec in this process: set up, warmed up, timed in batches on tinybench, then its allocations; torn down whatever happens. */
export async function measureInstance(instance: SpecInstance, times: MeasuringTimes, engine: Engine): Promise<MeasuredInstance> {
  const { options, params, run } = instance;
  const state = await options.setup?.(params);
  try {
    const amount = amountOf(options, { state, params });
    const fn = (): unknown => run(state, params);
    const task = await createBatchedTask(fn, hooksOf(options, state, params));
    const collections = await countCollections(() => runTask(task, { ...times, iterations: options.iterations ?? 10 }, engine));
    const allocated = options.beforeEach || options.afterEach ? null : await measureAllocation(fn, task.options.async);
    const result = resultOf(instance, { samples: task.samples, amount, collections, allocated });
    const limits = options.expect === undefined ? [] : collectLimits(() => options.expect?.(result));
    const calls = task.samples.length * task.batch;
    const reading: PerfSpecReading = {
      ...named(instance),
      status: 'completed',
      error: null,
      time: { samples: thinOut(task.samples, mostSamples), batch: task.batch },
      amount,
      allocatedBytes: allocated,
      collections: { count: collections.count, pauseMs: collections.pauseMs, calls },
      ratios: [],
      limits: [],
      warnings: warningsOn(task.samples, times),
    };
    return { reading, result, limits };
  } finally {
    await options.teardown?.(state, params);
  }
}

/** What is written of a spec that threw, or is skipped. */
export function unmeasured(instance: SpecInstance, error: unknown): PerfSpecReading {
  const empty = { time: null, amount: null, allocatedBytes: null, collections: null, ratios: [], limits: [], warnings: [] };
  if (error === null) return { ...named(instance), status: 'skipped', error: null, ...empty };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof UserError ? (error.findings[0]?.code ?? null) : null;
  return { ...named(instance), status: 'failed', error: { name: code ?? name, message: message.replace(/\.$/, '') }, ...empty };
}

function named({ id, name, group, params, tags }: SpecInstance): Pick<PerfSpecReading, 'id' | 'name' | 'group' | 'params' | 'tags'> {
  return { id, name, group, params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])), tags: [...tags] };
}

function hooksOf({ beforeEach, afterEach }: PerfOptions, state: unknown, params: Params): BenchOptions {
  return { ...(beforeEach ? { beforeEach: () => beforeEach(state, params) } : {}), ...(afterEach ? { afterEach: () => afterEach(state, params) } : {}) };
}

type BatchedTask = Awaited<ReturnType<typeof createBatchedTask>>;

async function runTask(task: BatchedTask, { warmupMs, measureMs, iterations }: MeasuringTimes & { iterations: number }, { Bench }: Engine): Promise<void> {
  const bench = new Bench({ time: measureMs, warmupTime: warmupMs, warmupIterations: 3, iterations, throws: true });
  bench.add('spec', task.fn, task.options);
  await bench.run();
}

interface Measured {
  samples: readonly number[];
  amount: PerfSpecReading['amount'];
  collections: Collections;
  allocated: number | null;
}

function resultOf({ id, params }: SpecInstance, { samples, amount, collections, allocated }: Measured): PerfResult {
  const time = timesOf(samples);
  const throughput = amount === null ? null : { unit: amount.unit === 'B' ? ('B/s' as const) : ('ops/s' as const), p50: (amount.perCall / time.p50) * 1e9 };
  return { id, params, time, throughput, allocatedBytes: allocated, gc: { count: collections.count, pauseNs: collections.pauseMs * 1e6 } };
}

function amountOf({ bytes, elements }: PerfOptions, { state, params }: { state: unknown; params: Params }): PerfSpecReading['amount'] {
  const amount: Amount<unknown> | undefined = bytes ?? elements;
  if (amount === undefined) return null;
  const perCall = typeof amount === 'function' ? amount(state, params) : amount;
  if (!Number.isFinite(perCall) || perCall <= 0) throw new RangeError(`${bytes === undefined ? 'elements' : 'bytes'} must be a number above zero, found ${String(perCall)}`);
  return { perCall, unit: bytes === undefined ? 'element' : 'B' };
}

/** An optimiser removes a call whose result nobody can see; then the loop is what was measured. */
function warningsOn(samples: readonly number[], { emptyCallMs }: MeasuringTimes): string[] {
  const { p50 } = timesOf(samples);
  const emptyNs = emptyCallMs * 1e6;
  if (p50 < emptyNs * 1.5) return [`a call takes ${p50.toPrecision(2)} ns, an empty function ${emptyNs.toPrecision(2)} ns: what is measured may have been optimised away; return what is computed, and compute it from what setup made`];
  return p50 < emptyNs * 20 ? [`${Math.round((emptyNs / p50) * 100)} % of the time is calling, not what is called: do more in one call`] : [];
}

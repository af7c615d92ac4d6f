import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TinybenchTask } from '@benchline/core/parse';
import { fileGroup } from '../../harness/file-group.js';
import { createBatchedTask, type BenchOptions } from '../../harness/batched-task.js';
import type { ChildJob } from './child-job.js';
import { thinOut } from '../../harness/thin-out.js';

/** The parts of tinybench used here; a file's own Bench may be of another version. */
export interface TinybenchModule {
  Bench: new (options: Record<string, unknown>) => BenchLike;
}

export interface BenchLike {
  name?: string | undefined;
  tasks: readonly TaskLike[];
  warmup?: boolean;
  add(name: string, fn: () => unknown, options?: object): unknown;
  run(): Promise<unknown>;
}

interface TaskLike {
  name: string;
  warmup?(): Promise<unknown>;
  run(): Promise<unknown>;
  result?: { state?: string; error?: unknown; latency?: { samples?: readonly number[] }; samples?: readonly number[] };
}

/** A benchmark of a file, ready to run. */
export interface Measurable {
  name: string;
  group: string;
  run(): Promise<Outcome>;
}

/** What running one gives. */
export type Outcome = Omit<TinybenchTask, 'name' | 'group'>;

interface BenchModule {
  default?: unknown;
}

/** Declares a benchmark: given to a file's default function, and as a global while the file loads. */
export type DeclareBench = (name: string, fn: () => unknown, options?: BenchOptions) => void;

const mostSamples = 1000;

/** Loads every file in order: it calls `bench(name, fn)`, default-exports a function that is given `bench`, or default-exports tinybench Benches. */
export async function collectBenchmarks(job: ChildJob, library: TinybenchModule): Promise<Measurable[]> {
  const found: Measurable[] = [];
  retainSamples(library);
  for (const file of job.files) {
    retainRequired(file);
    const group = fileGroup(job.root, file);
    const bench: DeclareBench = (name, fn, options = {}) => void found.push({ name, group, run: () => runOne({ name, fn, options }, job, library) });
    (globalThis as { bench?: DeclareBench }).bench = bench;
    const before = found.length;
    const module = (await import(pathToFileURL(file).href)) as BenchModule;
    const exported = unwrap(module);
    const given = typeof exported === 'function' ? ((await (exported as (bench: DeclareBench, context: object) => unknown)(bench, contextOf(job))) as unknown) : exported;
    const own = [given].flat().filter(isBench);
    found.push(...own.flatMap((each) => tasksOf(each, group)));
    if (found.length === before && own.length === 0 && typeof exported !== 'function' && exportsAnything(module)) throw declaresNothing(relative(job.root, file));
  }
  return found;
}

/** A file without any export may have been emptied on purpose; one with others was meant to be measured. */
function exportsAnything(module: BenchModule): boolean {
  const { default: given, ...named } = module;
  const isEmpty = given === undefined || (typeof given === 'object' && given !== null && Object.keys(given).length === 0);
  return !isEmpty || Object.keys(named).some((name) => name !== 'module.exports' && name !== '__esModule');
}

function declaresNothing(file: string): Error {
  return new Error(`${file} declares no benchmark: export as default a function that is given bench, or call bench(name, fn)`);
}

/** A CommonJS file compiled from an ES module carries its default export one level deeper. */
function unwrap(module: BenchModule): unknown {
  const inner = module.default as { default?: unknown } | undefined;
  return inner !== null && typeof inner === 'object' && !isBench(inner) && 'default' in inner ? inner.default : inner;
}

function contextOf({ seed, dataset, threads }: ChildJob): object {
  return { seed, dataset, threads };
}

function isBench(value: unknown): value is BenchLike {
  const bench = value as Partial<BenchLike> | null | undefined;
  return typeof bench === 'object' && bench !== null && typeof bench.run === 'function' && typeof bench.add === 'function' && Array.isArray(bench.tasks);
}

interface Declared {
  name: string;
  fn: () => unknown;
  options: BenchOptions;
}

async function runOne({ name, fn, options }: Declared, job: ChildJob, library: TinybenchModule): Promise<Outcome> {
  const task = await createBatchedTask(fn, options);
  const bench = new library.Bench({ time: job.measureMs ?? 1000, warmupTime: job.warmupMs ?? 250, warmupIterations: 3, iterations: 10, throws: true });
  bench.add(name, task.fn, task.options);
  await bench.run();
  return { runs: task.samples.length, batch: task.batch, ordered: true, result: completed(task.samples) };
}

/** A task decides when it is added whether it keeps its samples: Benches that files make of this library keep them all. */
function retainSamples({ Bench }: TinybenchModule): void {
  const prototype = Bench.prototype as BenchLike;
  const add = prototype.add;
  prototype.add = function (name, fn, options) {
    return add.call(this, name, fn, { ...options, retainSamples: true });
  };
}

/** A TypeScript loader may give a file another instance of tinybench: the one that `require` gives. */
function retainRequired(file: string): void {
  try {
    retainSamples(createRequire(file)('tinybench') as TinybenchModule);
  } catch {
    // The file has no tinybench of its own, or it cannot be required: then it is not the file's either.
  }
}

/** Tasks of a file's own Bench run with the settings it was made with, each by itself. */
function tasksOf(bench: BenchLike, group: string): Measurable[] {
  return bench.tasks.map((task) => ({ name: task.name, group: bench.name === undefined ? group : `${group}/${bench.name}`, run: () => runOwn(bench, task) }));
}

async function runOwn(bench: BenchLike, task: TaskLike): Promise<Outcome> {
  if (bench.warmup !== false) await task.warmup?.();
  await task.run();
  const { state, error, latency, samples } = task.result ?? {};
  if (error !== undefined && error !== null) throw error;
  const values = latency?.samples ?? samples;
  if (values === undefined) throw new Error(`it kept no samples (its state is ${state ?? 'unknown'}); set retainSamples: true on the Bench`);
  return { runs: values.length, batch: 1, ordered: false, result: completed(values) };
}

function completed(samples: readonly number[]): TinybenchTask['result'] {
  return { state: 'completed', error: null, latency: { samples: thinOut(samples, mostSamples) } };
}

import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asArray, asNumber, asText, field } from '../fields.js';
import { warnOfCoarseClock } from '../coarse-clock.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { readLatency } from './tinybench-latency.js';

const title = 'tinybench';

/** What Benchline's own runner writes for one task. Times are ms, as tinybench gives them. */
export interface TinybenchTask {
  name: string;
  /** The benchmark file's path without `.bench.ts`; the id is "group/name". */
  group: string;
  runs: number;
  /** Calls behind one sample; above 1 a sample is their mean. */
  batch: number;
  /** Whether samples stand in the order measured; tinybench itself sorts them. */
  ordered: boolean;
  /** `state` is tinybench's: completed, errored, aborted... */
  result: { state: string; error: { name: string; message: string } | null; latency: { samples: number[] } | null };
}

/** What Benchline's own runner writes: one file a process. */
export interface TinybenchOutput {
  /** The library's version. */
  tinybench: string;
  runtime: { name: string; version: string };
  tasks: TinybenchTask[];
}

/**
 * tinybench 4 to 6: what our runner writes (TinybenchOutput), or a JSON array of tasks with their `result` as tinybench leaves it.
 * Only latency is read. Its `throughput.mean` is the mean of 1/x, which is not 1/mean and can order two tasks the other way round.
 */
export const tinybench: ToolAdapter = {
  tool: 'tinybench',
  title,
  traits: {
    versions: '4 to 6',
    metrics: [{ ...metricShapes.time, kinds: ['raw', 'batch-mean', 'summary'] }],
    ordered: true,
    nesting: null,
    failure: 'the task\'s "state" is errored, aborted or skipped',
    nothingRun: 'an empty list of tasks',
  },
  detects: looksLike(/^\s*\{\s*"tinybench"\s*:\s*"|^\s*\[\s*\{\s*"name"\s*:[^{}]*"result"\s*:\s*\{/),
  parse: parseTinybench,
};

function parseTinybench(files: readonly SourceFile[]): Parsed {
  const parts = files.map(parseFile);
  const first = parts.find(({ harness }) => harness.version !== null) ?? parts[0];
  return conclude({
    harness: first?.harness ?? { name: title, version: null, outputVersion: null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  });
}

function parseFile(file: SourceFile): Parsed {
  const json = parseJson(file.text, file.path, title);
  const harness = { name: title, version: null, outputVersion: null };
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const version = asText(field(json.value, 'tinybench'));
  const tasks = asArray(version === null ? json.value : field(json.value, 'tasks'));
  if (tasks === null || (version === null && isForeign(tasks))) {
    return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there is no list of tasks' }, { file: file.path })] };
  }
  const read = tasks.map((task, index) => readTask(task, { file: file.path, pointer: `${version === null ? '' : '/tasks'}/${index}` }));
  const parsed = {
    harness: { ...harness, version },
    readings: read.flatMap(({ reading }) => reading ?? []),
    findings: read.flatMap(({ finding }) => finding ?? []),
  };
  return warnOfCoarseClock(parsed, file.path);
}

/** Other tools write lists of things with names too. */
function isForeign(items: readonly unknown[]): boolean {
  return items.length > 0 && !items.some((item) => ['result', 'state', 'latency'].some((key) => field(item, key) !== undefined));
}

interface TaskRead {
  reading?: Reading;
  finding?: Finding;
}

function readTask(task: unknown, position: { file: string; pointer: string }): TaskRead {
  const name = asText(field(task, 'name'));
  if (name === null) return { finding: createFinding('BNL002', { tool: title, problem: 'a task without a name' }, position) };
  const group = asText(field(task, 'group'));
  const benchmark = benchmarkName({ id: group === null ? name : `${group}/${name}`, name, group });
  const result = field(task, 'result') ?? task;
  const state = field(result, 'state') ?? 'completed';
  if (state === 'skipped' || state === 'not-started') return { reading: { ...failedReading(benchmark), status: 'skipped' } };
  if (state !== 'completed') {
    const finding = createFinding('BNL011', { command: benchmark.id, outcome: outcomeOf(state, field(result, 'error')) }, { ...position, benchmark: benchmark.id });
    return { reading: failedReading(benchmark), finding };
  }
  const reading = readingOf(benchmark, task);
  if (reading) return { reading };
  const problem = 'the samples are missing, or not all of them are times above zero';
  return { reading: failedReading(benchmark), finding: createFinding('BNL002', { tool: title, problem }, { ...position, benchmark: benchmark.id }) };
}

function outcomeOf(state: unknown, error: unknown): string {
  if (state !== 'errored') return `its state is ${String(asText(state) ?? 'unknown').slice(0, 64)}`;
  const [name, message] = [asText(field(error, 'name')) ?? 'an error', asText(field(error, 'message'))];
  return `it threw ${name.slice(0, 128)}${message === null ? '' : `: ${message.slice(0, 1024)}`}`;
}

function readingOf(benchmark: BenchmarkName, task: unknown): Reading | null {
  const latency = readLatency(field(field(task, 'result') ?? task, 'latency'));
  if (latency === null) return null;
  const kind = latency.values === null ? 'summary' : (asNumber(field(task, 'batch')) ?? 1) > 1 ? 'batch-mean' : 'raw';
  return { benchmark, status: 'ok', metric: { ...metricShapes.time, kind, ordered: field(task, 'ordered') === true }, ...latency };
}

import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { evenlySpread } from '../evenly-spread.js';
import { asArray, asCount, asNumber, asNumbers, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { rescale } from '../rescale.js';
import { countersOf, errorShareOf } from './autocannon-counters.js';
import { readRun } from './autocannon.js';
import { readLimits } from './perf-spec-limits.js';

const title = 'performance specs';

/** Collections of the heap and the time that they stopped the program, of one call. They shift with the heap's size: shown, never judged. */
const collected = { name: 'gc-count', unit: 'count', direction: null } as const;
const paused = { name: 'gc-pause', unit: 'ns', direction: null } as const;

/** What `benchline/harness` writes for `*.perf.ts` files (PerfSpecOutput, format 1). */
export const perfSpec: ToolAdapter = {
  tool: 'perf-spec',
  title,
  traits: {
    versions: 'format 1',
    metrics: [
      { ...metricShapes.time, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.throughput, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.elementThroughput, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.allocated, kinds: ['summary'] },
      { ...collected, kinds: ['summary'] },
      { ...paused, kinds: ['summary'] },
      { ...metricShapes.requests, kinds: ['summary'] },
      { ...metricShapes.throughput, kinds: ['summary'] },
      { ...metricShapes.latency, direction: 'told', kinds: ['summary'] },
      { ...metricShapes.errors, kinds: ['summary'] },
      { name: null, unit: 'ratio', direction: 'lower', kinds: ['summary'] },
    ],
    ordered: true,
    nesting: 'process',
    failure: 'the spec\'s "status" is failed or skipped',
    nothingRun: 'an empty list of specs',
  },
  detects: looksLike(/^\s*\{\s*"perfSpec"\s*:/),
  parse: parseFiles,
};

function parseFiles(files: readonly SourceFile[]): Parsed {
  const parts = files.map(parseFile);
  const harness = parts.find((part) => part.harness.version !== null)?.harness ?? { name: title, version: null, outputVersion: null };
  return conclude({ harness, readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) });
}

function parseFile(file: SourceFile): Parsed {
  const json = parseJson(file.text, file.path, title);
  const harness = { name: title, version: null, outputVersion: null };
  const refused = (problem: string): Parsed => ({ harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: file.path })] });
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const specs = asArray(field(json.value, 'specs'));
  if (specs === null) return refused('there is no list of specs');
  if (field(json.value, 'perfSpec') !== 1) return refused(`the format is ${String(JSON.stringify(field(json.value, 'perfSpec')) ?? 'unknown').slice(0, 64)}, and 1 is read`);
  const read = specs.map((spec, index) => readSpec(spec, { file: file.path, pointer: `/specs/${index}` }));
  const version = asText(field(field(json.value, 'harness'), 'version'));
  return { harness: { name: title, version, outputVersion: '1' }, readings: read.flatMap(({ readings }) => readings), findings: read.flatMap(({ findings }) => findings) };
}

interface SpecRead {
  readings: Reading[];
  findings: Finding[];
}

function readSpec(spec: unknown, position: { file: string; pointer: string }): SpecRead {
  const id = asText(field(spec, 'id'));
  if (id === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a spec without an id' }, position)] };
  const benchmark = nameOf(spec, id);
  const status = field(spec, 'status');
  const place = { ...position, benchmark: benchmark.id };
  if (status === 'skipped') return { readings: [{ ...failedReading(benchmark), status: 'skipped' }], findings: [] };
  if (status !== 'completed') return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome: outcomeOf(field(spec, 'error')) }, place)] };
  const load = field(spec, 'load');
  const readings = load === undefined ? readingsOf(spec, benchmark) : loadReadingsOf(load, benchmark);
  if (readings !== null && !Array.isArray(readings)) return { readings: [failedReading(benchmark)], findings: [{ ...readings, ...place }] };
  const limits = readLimits(field(spec, 'limits'));
  const problem = readings === null ? 'the samples are missing, or not all of them are times above zero' : limits === null ? 'a limit is not complete' : null;
  if (readings === null || limits === null) return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem: problem ?? '' }, place)] };
  const warnings = (asArray(field(spec, 'warnings')) ?? []).flatMap((text) => asText(text) ?? []);
  const findings = warnings.map((text) => createFinding('BNL049', { benchmark: benchmark.id, because: text.slice(0, 512) }, place));
  return { readings: limits.length === 0 ? readings : readings.map((reading, index) => (index === 0 ? { ...reading, limits } : reading)), findings };
}

function nameOf(spec: unknown, id: string): BenchmarkName {
  const params = Object.entries(asRecord(field(spec, 'params')) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const tags = (asArray(field(spec, 'tags')) ?? []).flatMap((tag) => asText(tag) ?? []);
  return benchmarkName({ id, name: asText(field(spec, 'name')) ?? id, group: asText(field(spec, 'group')), params, tags });
}

function outcomeOf(error: unknown): string {
  const [name, message] = [asText(field(error, 'name')) ?? 'an error', asText(field(error, 'message'))];
  const shown = message?.slice(0, 1024) ?? null;
  // A mistake that Benchline itself tells, such as a server that is not ready.
  if (/^BNL\d{3}$/.test(name) && shown !== null) return `${shown} (${name})`;
  return `it threw ${name.slice(0, 128)}${shown === null ? '' : `: ${shown}`}`;
}

/** null: there are no times to be used. */
function readingsOf(spec: unknown, benchmark: BenchmarkName): Reading[] | null {
  const time = field(spec, 'time');
  const samples = asNumbers(field(time, 'samples'), 0);
  if (samples === null || samples.some((value) => value === 0)) return null;
  const kind = (asNumber(field(time, 'batch')) ?? 1) > 1 ? ('batch-mean' as const) : ('raw' as const);
  const processes = processesOf(field(time, 'processes'), samples.length);
  const values = processes === null ? evenlySpread(samples) : samples;
  const timed = { benchmark, status: 'ok' as const, summary: null, ...(processes === null ? {} : { processes }) };
  const nanoseconds = values.map((ms) => rescale(ms, 1e6));
  return [
    { ...timed, metric: { ...metricShapes.time, kind, ordered: true }, values: nanoseconds },
    ...throughputOf(field(spec, 'amount'), nanoseconds).map(({ shape, rates }) => ({ ...timed, metric: { ...shape, kind, ordered: true }, values: rates })),
    ...numbersOf(spec, benchmark),
  ];
}

/** Of a load test: one run of autocannon. Its errors, within the budget, are a number like the others. */
function loadReadingsOf(load: unknown, benchmark: BenchmarkName): Reading[] | Finding {
  const run = field(load, 'run');
  const read = readRun(run, benchmark, asNumber(field(load, 'errorBudget')) ?? 0);
  const counters = countersOf(run);
  if (!Array.isArray(read) || counters === null) return read;
  return [...read, { benchmark, status: 'ok', metric: { ...metricShapes.errors, kind: 'summary', ordered: false }, values: null, summary: single(errorShareOf(counters)) }];
}

/** Counts that add up to the samples; null: all are of one process. */
function processesOf(written: unknown, samples: number): number[] | null {
  const counts = asNumbers(written, 1);
  return counts !== null && counts.every(Number.isInteger) && counts.reduce((sum, count) => sum + count, 0) === samples ? counts : null;
}

function throughputOf(amount: unknown, nanoseconds: readonly number[]): { shape: typeof metricShapes.throughput | typeof metricShapes.elementThroughput; rates: number[] }[] {
  const perCall = asNumber(field(amount, 'perCall'));
  if (perCall === null || perCall <= 0) return [];
  return [{ shape: field(amount, 'unit') === 'B' ? metricShapes.throughput : metricShapes.elementThroughput, rates: nanoseconds.map((time) => (perCall / time) * 1e9) }];
}

/** The numbers of which a run has one each. */
function numbersOf(spec: unknown, benchmark: BenchmarkName): Reading[] {
  const collections = field(spec, 'collections');
  const calls = asCount(field(collections, 'calls')) ?? 0;
  const perCall = (key: string, scale: number): number | null => {
    const value = asNumber(field(collections, key));
    return value === null || value < 0 || calls === 0 ? null : (value * scale) / calls;
  };
  const ratios = (asArray(field(spec, 'ratios')) ?? []).map((ratio) => ({ shape: { name: asText(field(ratio, 'name')) ?? '', unit: 'ratio', direction: 'lower' as const }, value: asNumber(field(ratio, 'value')) }));
  const told = [{ shape: metricShapes.allocated, value: asNumber(field(spec, 'allocatedBytes')) }, { shape: collected, value: perCall('count', 1) }, { shape: paused, value: perCall('pauseMs', 1e6) }, ...ratios];
  return told.flatMap(({ shape, value }) => (value === null || value < 0 || shape.name === '' ? [] : [{ benchmark, status: 'ok' as const, metric: { ...shape, kind: 'summary' as const, ordered: false }, values: null, summary: single(value) }]));
}

function single(value: number): NonNullable<Reading['summary']> {
  return { n: 1, min: value, p50: value, p95: null, p99: null, max: value, mean: value, stddev: null, mad: null };
}

import { createFinding, type Finding } from '../../model/index.js';
import { conclude, failedReading } from '../conclude.js';
import { asArray, asCount, asNumbers, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { summarizeHistogram } from './jmh-histogram.js';
import { isJmhLog, readJmhFailures } from './jmh-log.js';
import { jmhName } from './jmh-name.js';
import { primaryMetric, secondaryMetric, type JmhMetric } from './jmh-units.js';

const title = 'JMH';

/**
 * JMH's JSON (`-rf json -rff FILE`) of 1.21 to 1.37, and beside it its console output: a benchmark that throws is left out of the JSON with exit
 * code 0, and only the console tells (`<failure>`). rawData is [fork][iteration], each iteration a mean: forks are processes.
 */
export const jmh: ToolAdapter = {
  tool: 'jmh',
  title,
  traits: {
    versions: 'JSON of 1.21 to 1.37',
    metrics: [
      { ...metricShapes.time, kinds: ['batch-mean', 'raw', 'summary'] },
      { ...metricShapes.elementThroughput, kinds: ['batch-mean'] },
      { ...metricShapes.allocated, kinds: ['batch-mean'] },
      { name: null, unit: null, direction: 'told', kinds: ['batch-mean'] },
    ],
    ordered: true,
    nesting: 'fork',
    failure: 'missing from the JSON with exit code 0, `<failure>` on the console; an empty file with `-foe true`',
    nothingRun: 'exit code 1 and an empty file',
  },
  detects: (files) => files.every((file) => isJmhLog(file) || isJson([file])) && files.length > 0,
  parse: parseJmh,
};

const isJson = looksLike(/^\ufeff?\s*\[\s*\{\s*"jmhVersion"\s*:/);

function parseJmh(files: readonly SourceFile[]): Parsed {
  const logs = files.filter(isJmhLog);
  const results = files.filter((file) => !isJmhLog(file));
  const parsed = parseEach(results, title, parseFile);
  const failed = logs.flatMap((log) => readJmhFailures(log).map((failure) => ({ ...failure, benchmark: jmhName(failure.identity), file: log.path })));
  const failedIds = new Set(failed.map(({ benchmark }) => benchmark.id));
  const told = failed.map(({ benchmark, problem, file, line }) => createFinding('BNL011', { command: benchmark.id, outcome: problem }, { file, line, benchmark: benchmark.id }));
  return conclude({
    harness: parsed.harness,
    readings: [...parsed.readings.filter(({ benchmark }) => !failedIds.has(benchmark.id)), ...failed.map(({ benchmark }) => failedReading(benchmark))],
    findings: [...parsed.findings.filter(({ benchmark }) => !failedIds.has(benchmark ?? '')), ...told, ...(results.length === 0 ? logs.map(onlyLog) : [])],
  });
}

function onlyLog({ path }: SourceFile): Finding {
  return createFinding('BNL002', { tool: title, problem: 'this is its console output, which has no samples; run it with -rf json -rff FILE and give that file' }, { file: path });
}

function parseFile(file: SourceFile): Parsed {
  const none = { name: title, version: null, outputVersion: null };
  if (file.text.trim() === '') return unread('it is empty, as JMH leaves it when nothing matched or -foe true met a failure', file);
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return { harness: none, readings: [], findings: [json.finding] };
  const results = asArray(json.value);
  if (results === null) return unread('there is no list of results', file);
  const versions = new Set(results.map((result) => asText(field(result, 'jmhVersion'))));
  const [version = null] = versions;
  const parts = results.map((result, index) => readResult(result, { file: file.path, pointer: `/${index}` }));
  return {
    harness: { ...none, version: versions.size === 1 ? version : null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function unread(problem: string, { path }: SourceFile): Parsed {
  return { harness: { name: title, version: null, outputVersion: null }, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: path })] };
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function readResult(result: unknown, place: { file: string; pointer: string }): Part {
  const method = asText(field(result, 'benchmark'));
  const mode = asText(field(result, 'mode'));
  if (method === null || mode === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a result without a benchmark or a mode' }, place)] };
  const params = Object.entries(asRecord(field(result, 'params')) ?? {}).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const);
  const benchmark = jmhName({ benchmark: method, mode, threads: asCount(field(result, 'threads')) ?? 1, params });
  const primary = field(result, 'primaryMetric');
  const problem = problemOf(result, primary, mode);
  if (problem !== null) {
    const position = { ...place, pointer: `${place.pointer}/primaryMetric`, benchmark: benchmark.id };
    return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem }, position)] };
  }
  const metric = primaryMetric(mode, asText(field(primary, 'scoreUnit')) ?? '');
  const first = metric === null ? null : (measured(benchmark, metric, { told: primary, kind: kindOf(mode, result) }) ?? summarized(benchmark, metric, primary));
  return { readings: [...(first ? [first] : []), ...readSecondary(benchmark, field(result, 'secondaryMetrics'), mode)], findings: [] };
}

/** A fork that failed leaves its values out, and JMH averages the others as if nothing were. */
function problemOf(result: unknown, primary: unknown, mode: string): string | null {
  const unit = asText(field(primary, 'scoreUnit')) ?? '';
  if (primaryMetric(mode, unit) === null) return `mode ${mode.slice(0, 32)} with unit ${unit.slice(0, 32)} is not known`;
  const raw = asArray(field(primary, 'rawData'));
  const histogram = asArray(field(primary, 'rawDataHistogram'));
  const readable = raw === null ? summarizeHistogram(histogram) !== null : readForks(raw, Number.MIN_VALUE) !== null;
  if (!readable) return 'the values of the iterations are missing or not numbers above zero';
  const forks = asCount(field(result, 'forks')) ?? 0;
  const left = (raw ?? histogram ?? []).length;
  return left < forks ? `only ${left} of ${forks} forks left values` : null;
}

/** The values of each fork that has any; null where one is no number ("NaN"). */
function readForks(raw: unknown, least: number): number[][] | null {
  const forks = (asArray(raw) ?? []).filter((fork) => asArray(fork)?.length !== 0).map((fork) => asNumbers(fork, least));
  return forks.length === 0 || forks.includes(null) ? null : (forks as number[][]);
}

/** An iteration is the mean of its operations; in single shot mode without batches it is one. */
function kindOf(mode: string, result: unknown): 'raw' | 'batch-mean' {
  return mode === 'ss' && field(result, 'measurementBatchSize') === 1 ? 'raw' : 'batch-mean';
}

function measured(benchmark: BenchmarkName, { shape, scale }: JmhMetric, { told, kind }: { told: unknown; kind: 'raw' | 'batch-mean' }): Reading | null {
  const forks = readForks(field(told, 'rawData'), 0);
  if (forks === null) return null;
  const values = forks.flat().map((value) => inUnit(value, scale));
  return { benchmark, status: 'ok', metric: { ...shape, kind, ordered: true }, values, processes: forks.map(({ length }) => length), summary: null };
}

function summarized(benchmark: BenchmarkName, { shape, scale }: JmhMetric, told: unknown): Reading | null {
  const summary = summarizeHistogram(field(told, 'rawDataHistogram'));
  if (summary === null) return null;
  const { n, ...rest } = summary;
  const scaled = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value === null ? null : inUnit(value, scale)])) as typeof rest;
  return { benchmark, status: 'ok', metric: { ...shape, kind: 'summary', ordered: false }, values: null, summary: { n, ...scaled } };
}

function inUnit(value: number, scale: number): number {
  return scale === 1 ? value : rescale(value, scale);
}

/** Up to 1.36 the names of profilers' results begin with a middle dot. In sample mode p0.50 and the like repeat what the histogram says. */
function readSecondary(benchmark: BenchmarkName, secondary: unknown, mode: string): Reading[] {
  return Object.entries(asRecord(secondary) ?? {}).flatMap(([written, told]) => {
    const name = written.replace(/^·/, '').slice(0, 256);
    const metric = secondaryMetric(name, asText(field(told, 'scoreUnit')) ?? '');
    if (metric === null || name === '' || (mode === 'sample' && /^p[01]\.\d+$/.test(name))) return [];
    return measured(benchmark, metric, { told, kind: 'batch-mean' }) ?? [];
  });
}

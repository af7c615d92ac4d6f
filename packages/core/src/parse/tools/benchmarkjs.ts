import { createFinding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { embeddedJson } from '../embedded-json.js';
import { asArray, asNumber, asNumbers, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, SourceFile, ToolAdapter } from '../parsed.js';
import { readTextLines } from './benchmarkjs-text.js';

const title = 'Benchmark.js';

/** An array of benchmarks, or a Suite, which is an object with the keys 0, 1, 2... */
const start = /^(?:\[\s*(?:\]|\{\s*"(?:name|id|hz|stats|options)"\s*:)|\{\s*"0"\s*:\s*\{)/m;

/**
 * Benchmark.js 2.x, which writes nothing that is meant to be read: so its objects as JSON, as `JSON.stringify` gives them or chosen fields of them (`name`, `stats.sample`,
 * `error`), all in one array or Suite or one a line; or, where there are none, its lines for people (benchmarkjs-text.ts). Other lines may stand around them. Times are seconds
 * per call; a sample is the mean of many calls.
 */
export const benchmarkjs: ToolAdapter = {
  tool: 'benchmarkjs',
  title,
  traits: {
    versions: '2.x, JSON and text',
    metrics: [{ ...metricShapes.time, kinds: ['batch-mean'] }],
    ordered: true,
    nesting: null,
    failure: 'JSON: an "error", or an empty "sample"; text does not tell',
    nothingRun: 'an empty array; no line of a result',
  },
  detects: looksLike(/"stats"\s*:\s*\{[^{}]*"sample"\s*:\s*\[|^.+ x [\d,.]+ ops\/sec .{1,8}% \(\d+ runs? sampled\)/m),
  parse: (files) => parseEach(files, title, parseFile),
};

const harness = { name: title, version: null, outputVersion: null };

type Read = Pick<Parsed, 'readings' | 'findings'>;

function parseFile(file: SourceFile): Parsed {
  const { path, text } = file;
  if (text.trim() === '') return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'it is empty' }, { file: path })] };
  if (!start.test(text)) return { harness, ...readLines(file) };
  const json = parseJson(embeddedJson(text, start), path, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  return { harness, ...joined(readSuite(json.value, path)) };
}

function readSuite(suite: unknown, file: string): Read[] {
  const group = asText(field(suite, 'name'));
  const benchmarks = asArray(suite) ?? Object.entries(asRecord(suite) ?? {}).flatMap(([key, value]) => (/^\d+$/.test(key) ? [value] : []));
  return benchmarks.map((each, index) => readBenchmark(each, group, { file, pointer: `/${index}` }));
}

/** Objects one a line count where there are any: the lines for people then say the same again. */
function readLines({ path, text }: SourceFile): Read {
  const lines = text.split('\n');
  const objects = lines.flatMap((line, index) => {
    if (!line.startsWith('{')) return [];
    const json = parseJson(line, path, title);
    return 'value' in json && asRecord(field(json.value, 'stats')) !== null ? [readBenchmark(json.value, null, { file: path, line: index + 1 })] : [];
  });
  return objects.length > 0 ? joined(objects) : readTextLines(lines, path);
}

function joined(parts: readonly Read[]): Read {
  return { readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

function readBenchmark(told: unknown, group: string | null, position: FindingPosition): Read {
  const error = field(told, 'error') ?? null;
  const stats = asRecord(field(told, 'stats'));
  if (stats === null && error === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'an entry that is no benchmark: it has neither "stats" nor an "error"' }, position)] };
  const id = asNumber(field(told, 'id'));
  const name = asText(field(told, 'name')) ?? (id === null ? null : `<Test #${id}>`);
  if (name === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a benchmark without a name' }, position)] };
  const benchmark = benchmarkName({ id: group === null ? name : `${group}/${name}`, name, group });
  const sample = field(stats, 'sample');
  if (error !== null || field(told, 'aborted') === true) return failed(benchmark, outcomeOf(error), position);
  if (asArray(sample)?.length === 0) return failed(benchmark, 'it has no samples, as Benchmark.js leaves a benchmark that threw', position);
  const seconds = asNumbers(sample, 0);
  if (seconds?.some((value) => value > 0)) return { readings: [{ benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'batch-mean', ordered: true }, values: seconds.map((value) => rescale(value, 1e9)), summary: null }], findings: [] };
  const problem = '"stats.sample" is missing, or not all of it are times above zero';
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem }, { ...position, benchmark: benchmark.id })] };
}

function failed(benchmark: BenchmarkName, outcome: string, position: FindingPosition): Read {
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome }, { ...position, benchmark: benchmark.id })] };
}

/** `JSON.stringify` leaves nothing of an Error. */
function outcomeOf(error: unknown): string {
  if (error === null) return 'it was aborted';
  const message = asText(error) ?? asText(field(error, 'message'));
  return message === null ? 'it threw an error' : `it threw ${(message.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 1024)}`;
}

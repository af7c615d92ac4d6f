import { createFinding, type Finding, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { evenlySpread } from '../evenly-spread.js';
import { asArray, asCount, asNumber, asNumbers, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { isPytestLog, namesTest, readPytestFailures, splitFailure, type PytestFailure } from './pytest-summary.js';

const title = 'pytest-benchmark';

/**
 * pytest-benchmark's JSON (--benchmark-json, and --benchmark-save below .benchmarks), 3 to 5, and beside it pytest's console output: a test that fails
 * after its benchmark is in the JSON like any other, and only the console tells. `data` holds the rounds in order, in seconds, each already divided
 * by its iterations; saved runs have it only with --benchmark-save-data.
 */
export const pytestBenchmark: ToolAdapter = {
  tool: 'pytest-benchmark',
  title,
  traits: {
    versions: 'JSON of 3 to 5',
    metrics: [{ ...metricShapes.time, kinds: ['raw', 'batch-mean', 'summary'] }],
    ordered: true,
    nesting: null,
    failure: 'FAILED or ERROR in what pytest prints; the JSON does not tell',
    nothingRun: 'no file, exit code 0 or 5',
  },
  detects: (files) => files.length > 0 && files.every((file) => isPytestLog(file) || isJson([file])) && files.some((file) => isJson([file])),
  parse: parsePytest,
};

const isJson = looksLike(/^\ufeff?\s*\{[^]*?"machine_info"\s*:\s*\{[^]*?"python_(?:version|implementation|build|compiler)"/);

function parsePytest(files: readonly SourceFile[]): Parsed {
  const logs = files.filter(isPytestLog);
  const parsed = parseEach(files.filter((file) => !isPytestLog(file)), title, parseFile);
  const readings = [...parsed.readings];
  const findings = [...parsed.findings];
  for (const failure of logs.flatMap(readPytestFailures)) {
    const at = readings.findIndex(({ benchmark }) => namesTest(failure, benchmark.id));
    const { test, reason } = splitFailure(failure);
    const benchmark = readings[at]?.benchmark ?? nameOfTest(test, parsed.readings);
    if (benchmark !== null) readings.splice(at === -1 ? readings.length : at, at === -1 ? 0 : 1, failedReading(benchmark));
    findings.push(failureOf(failure, { id: benchmark?.id ?? null, test, reason }));
  }
  return conclude({ harness: parsed.harness, readings, findings });
}

/** Of a test that left no times; null: it is a file that could not be loaded. Its path is told as those of the others are, from pytest's root. */
function nameOfTest(test: string, readings: readonly Reading[]): BenchmarkName | null {
  const file = fileOf(test);
  if (file === test) return null;
  const rooted = readings.map(({ benchmark }) => fileOf(benchmark.id)).find((other) => other.endsWith(`/${file}`)) ?? file;
  const beforeParameters = test.split('[', 1)[0] ?? '';
  return benchmarkName({ id: rooted + test.slice(file.length), name: test.slice(beforeParameters.lastIndexOf('::') + 2) });
}

function fileOf(test: string): string {
  return test.split('::', 1)[0] ?? '';
}

function failureOf({ file, lineNumber }: PytestFailure, { id, test, reason }: { id: string | null; test: string; reason: string }): Finding {
  return createFinding('BNL011', { command: id ?? test, outcome: reason.slice(0, 300) }, { file, line: lineNumber, ...(id === null ? {} : { benchmark: id }) });
}

function parseFile(file: SourceFile): Parsed {
  const none = { name: title, version: null, outputVersion: null };
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return { harness: none, readings: [], findings: [json.finding] };
  // Google Benchmark and others have a list of that name too.
  const benchmarks = asRecord(field(json.value, 'machine_info')) === null ? null : asArray(field(json.value, 'benchmarks'));
  const harness = { ...none, version: asText(field(json.value, 'version'))?.slice(0, 64) ?? null };
  if (benchmarks === null) return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there is no machine_info with a list of benchmarks' }, { file: file.path })] };
  const parts = benchmarks.map((benchmark, index) => readBenchmark(benchmark, { file: file.path, pointer: `/benchmarks/${index}` }));
  return { harness, readings: parts.flatMap(({ reading }) => reading ?? []), findings: parts.flatMap(({ finding }) => finding ?? []) };
}

interface Place {
  file: string;
  pointer: string;
}

function readBenchmark(written: unknown, place: Place): { reading?: Reading; finding?: Finding } {
  const id = asText(field(written, 'fullname')) ?? asText(field(written, 'name'));
  if (id === null) return { finding: createFinding('BNL002', { tool: title, problem: 'a benchmark without a name' }, place) };
  const benchmark = benchmarkName({ id, name: asText(field(written, 'name')) ?? id, group: asText(field(written, 'group')), params: paramsOf(written), tags: tagsOf(written) });
  const measured = measuredOf(field(written, 'stats'));
  if (measured !== null) return { reading: { benchmark, status: 'ok', ...measured } };
  return { reading: failedReading(benchmark), finding: createFinding('BNL002', { tool: title, problem: 'its times are missing, not numbers, or all zero' }, { ...place, benchmark: benchmark.id }) };
}

/** All rounds where they are there; of many a thousand, with the tool's summary of all. Where it left rounds out itself, its summary alone. */
function measuredOf(stats: unknown): Pick<Reading, 'metric' | 'values' | 'summary'> | null {
  const data = field(stats, 'data') ?? [];
  const rounds = asCount(field(stats, 'rounds'));
  const summary = summaryOf(stats, rounds);
  const whole = asArray(data)?.length === rounds || rounds === null;
  if (asArray(data)?.length === 0 || !whole) return summary === null ? null : { metric: { ...metricShapes.time, kind: 'summary', ordered: false }, values: null, summary };
  const all = asNumbers(data, 0);
  if (all === null || !all.some((seconds) => seconds > 0)) return null;
  const values = evenlySpread(all).map(nanoseconds);
  const kind = asCount(field(stats, 'iterations')) === 1 ? 'raw' : 'batch-mean';
  return { metric: { ...metricShapes.time, kind, ordered: true }, values, summary: values.length < all.length ? summary : null };
}

function summaryOf(stats: unknown, n: number | null): Summary | null {
  const at = (key: string): number | null => {
    const seconds = asNumber(field(stats, key));
    return seconds === null || seconds < 0 ? null : nanoseconds(seconds);
  };
  const p50 = at('median');
  if (p50 === null || p50 === 0 || n === null || n === 0) return null;
  return { n, min: at('min'), p50, p95: null, p99: null, max: at('max'), mean: at('mean'), stddev: at('stddev'), mad: null };
}

function nanoseconds(seconds: number): number {
  return rescale(seconds, 1e9);
}

/** The test's parameters, and the options that change what is measured. An object that is no JSON is told by its address, which differs in each run. */
function paramsOf(written: unknown): [string, string][] {
  const params = Object.entries(asRecord(field(written, 'params')) ?? {}).map(([key, value]): [string, string] => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
  const timer = asText(field(field(written, 'options'), 'timer'));
  return [
    ...params.filter(([, value]) => !value.startsWith('UNSERIALIZABLE[')),
    ...(timer === null || timer === 'perf_counter' ? [] : [['timer', timer] as [string, string]]),
    ...(field(field(written, 'options'), 'disable_gc') === true ? [['disable_gc', 'true'] as [string, string]] : []),
  ];
}

const mostTags = 64;

/** What the test added by itself (extra_info): shown, never compared, since it may differ from run to run. */
function tagsOf(written: unknown): string[] {
  const told = Object.entries(asRecord(field(written, 'extra_info')) ?? {});
  return told.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)).slice(0, mostTags).map(([key, value]) => `${key}=${String(value)}`);
}

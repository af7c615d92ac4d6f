import { createFinding, parseUnit, type Finding, type Summary } from '../../model/index.js';
import { failedReading } from '../conclude.js';
import { asArray, asCount, asNumber, asNumbers, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { benchmarkDotNetName } from './benchmarkdotnet-name.js';

const title = 'BenchmarkDotNet';

/**
 * BenchmarkDotNet's JSON (full or brief, indented or compressed) of 0.12 to 0.15: one file a class. Statistics.OriginalValues are ns of one operation,
 * each the mean of an iteration, without the outliers that BenchmarkDotNet took out; its launches are processes.
 */
export const benchmarkdotnet: ToolAdapter = {
  tool: 'benchmarkdotnet',
  title,
  traits: {
    versions: 'JSON of 0.12 to 0.15',
    metrics: [
      { ...metricShapes.time, kinds: ['batch-mean', 'summary'] },
      { ...metricShapes.allocated, kinds: ['batch-mean'] },
      { name: null, unit: null, direction: 'told', kinds: ['batch-mean'] },
    ],
    ordered: true,
    nesting: 'process',
    failure: '"Statistics" is null',
    nothingRun: 'no file',
  },
  detects: looksLike(/^\ufeff?\s*\{\s*"Title"\s*:\s*"(?:[^"\\]|\\.){0,1000}"\s*,\s*"HostEnvironmentInfo"\s*:\s*\{\s*"BenchmarkDotNet/),
  parse: (files) => parseEach(files, title, parseFile),
};

function parseFile({ path, text }: SourceFile): Parsed {
  const harness = { name: title, version: null, outputVersion: null };
  const json = parseJson(text, path, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const benchmarks = asArray(field(json.value, 'Benchmarks'));
  if (benchmarks === null) return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there is no list of benchmarks' }, { file: path })] };
  const host = field(json.value, 'HostEnvironmentInfo');
  const parts = benchmarks.map((benchmark, index) => readBenchmark(benchmark, { file: path, pointer: `/Benchmarks/${index}` }));
  return {
    harness: { ...harness, version: asText(field(host, 'BenchmarkDotNetVersion'))?.slice(0, 256) ?? null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: [...debugFinding(host, path), ...parts.flatMap(({ findings }) => findings)],
  };
}

function debugFinding(host: unknown, file: string): Finding[] {
  if (asText(field(host, 'Configuration'))?.toUpperCase() !== 'DEBUG') return [];
  return [createFinding('BNL034', { tool: title, evidence: 'Configuration is DEBUG' }, { file, pointer: '/HostEnvironmentInfo/Configuration' })];
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function readBenchmark(written: unknown, place: { file: string; pointer: string }): Part {
  const benchmark = benchmarkDotNetName(written);
  if (benchmark === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a benchmark without a name' }, place)] };
  const failed = (finding: Finding): Part => ({ readings: [failedReading(benchmark)], findings: [{ ...finding, ...place, benchmark: benchmark.id }] });
  const statistics = field(written, 'Statistics');
  if (statistics === null || statistics === undefined) return failed(createFinding('BNL011', { command: benchmark.id, outcome: 'it has no statistics: it threw, or could not be built or started' }));
  const time = readValues(benchmark, statistics, field(written, 'Measurements')) ?? readSummary(benchmark, statistics);
  if (time === null) return failed(createFinding('BNL002', { tool: title, problem: 'its times are missing, no numbers, or 0, too short to be told from an empty method' }));
  return { readings: [time, ...readMemory(benchmark, written), ...readMetrics(benchmark, written)], findings: [] };
}

function readValues(benchmark: BenchmarkName, statistics: unknown, measurements: unknown): Reading | null {
  const values = asNumbers(field(statistics, 'OriginalValues'), Number.MIN_VALUE);
  if (values === null) return null;
  const processes = launchesOf(asArray(measurements) ?? [], values.length);
  return { benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'batch-mean', ordered: true }, values, ...(processes === null ? {} : { processes }), summary: null };
}

/** How many results each launch gave, in order; null where the measurements are left out (brief), or are not those of the values. */
function launchesOf(measurements: readonly unknown[], values: number): number[] | null {
  const counts = new Map<number, number>();
  let last = 0;
  for (const measurement of measurements) {
    if (field(measurement, 'IterationStage') !== 'Result') continue;
    const launch = asCount(field(measurement, 'LaunchIndex')) ?? 0;
    if (launch < last) return null;
    last = launch;
    counts.set(launch, (counts.get(launch) ?? 0) + 1);
  }
  const launches = [...counts.values()];
  return launches.reduce((sum, count) => sum + count, 0) === values ? launches : null;
}

function readSummary(benchmark: BenchmarkName, statistics: unknown): Reading | null {
  const at = (key: string): number | null => asNumber(field(statistics, key));
  const p50 = at('Median');
  const n = asCount(field(statistics, 'N')) ?? 0;
  if (p50 === null || p50 <= 0 || n === 0) return null;
  const p95 = asNumber(field(field(statistics, 'Percentiles'), 'P95'));
  const summary: Summary = { n, min: at('Min'), p50, p95, p99: null, max: at('Max'), mean: at('Mean'), stddev: at('StandardDeviation'), mad: null };
  return { benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'summary', ordered: false }, values: null, summary };
}

/** Not counted but measured, over all operations, and rounded: nearly the same each time, so no exact count. */
function readMemory(benchmark: BenchmarkName, written: unknown): Reading[] {
  const bytes = asNumber(field(field(written, 'Memory'), 'BytesAllocatedPerOperation'));
  return bytes === null || bytes < 0 ? [] : [single(benchmark, metricShapes.allocated, bytes)];
}

/** What else the diagnosers measured. Unit and direction stand beside each number. */
function readMetrics(benchmark: BenchmarkName, written: unknown): Reading[] {
  const names = new Set<string>([metricShapes.time.name, metricShapes.allocated.name]);
  return (asArray(field(written, 'Metrics')) ?? []).flatMap((metric): Reading[] => {
    const descriptor = field(metric, 'Descriptor');
    const name = asText(field(descriptor, 'Id'))?.slice(0, 256) ?? '';
    const value = asNumber(field(metric, 'Value'));
    const unit = unitOf(asText(field(descriptor, 'Unit')) ?? '');
    if (value === null || unit === null || name === '' || name === 'Allocated Memory' || names.has(name)) return [];
    names.add(name);
    const greater = field(descriptor, 'TheGreaterTheBetter');
    const direction = typeof greater !== 'boolean' ? null : greater ? 'higher' : 'lower';
    return [single(benchmark, { name, unit: unit.unit, direction }, unit.scale === 1 ? value : rescale(value, unit.scale))];
  });
}

function unitOf(written: string): { unit: string; scale: number } | null {
  return written === 'Count' ? { unit: 'count', scale: 1 } : parseUnit(written);
}

function single(benchmark: BenchmarkName, shape: Pick<NonNullable<Reading['metric']>, 'name' | 'unit' | 'direction'>, value: number): Reading {
  return { benchmark, status: 'ok', metric: { ...shape, kind: 'batch-mean', ordered: true }, values: [value], summary: null };
}

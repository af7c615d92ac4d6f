import { createFinding, type Finding, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asNumber, asNumbers, asText, field, type JsonRecord } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { countersOf, entriesOf, groupEntries, repetitionsOf, withoutBareNumbers, type GoogleBenchmarkEntries } from './google-benchmark-entries.js';

const title = 'Google Benchmark';

/**
 * Google Benchmark's JSON (`--benchmark_out=FILE --benchmark_out_format=json`), 1.5 to 1.9. Each repetition is a value, itself a mean over its iterations; a
 * file of aggregates alone gives a summary. Rates are as the library made them: by CPU time, unless the benchmark measures real time (`/real_time`).
 */
export const googleBenchmark: ToolAdapter = {
  tool: 'google-benchmark',
  title,
  traits: {
    versions: 'JSON of 1.5 to 1.9',
    metrics: [
      { ...metricShapes.time, kinds: ['batch-mean', 'summary'] },
      { ...metricShapes.cpu, kinds: ['batch-mean', 'summary'] },
      { ...metricShapes.throughput, kinds: ['batch-mean', 'summary'] },
      { ...metricShapes.elements, kinds: ['batch-mean', 'summary'] },
      { name: null, unit: 'count', direction: null, kinds: ['batch-mean', 'summary'] },
    ],
    ordered: true,
    nesting: null,
    failure: '"error_occurred" with times of 0 and exit code 0',
    nothingRun: 'an empty file with exit code 0',
  },
  detects: looksLike(/^\ufeff?\s*\{\s*"context"\s*:\s*\{[^{}]*"(?:num_cpus|executable|library_build_type)"\s*:/),
  parse: (files) => parseEach(files, title, parseFile),
};

function parseFile({ path, text }: SourceFile): Parsed {
  const harness = { name: title, version: null, outputVersion: null };
  const unread = (problem: string): Parsed => ({ harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: path })] });
  if (text.trim() === '') return unread('it is empty, as Google Benchmark leaves it when no benchmark matches the filter');
  const json = parseJson(withoutBareNumbers(text), path, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const entries = entriesOf(json.value);
  const context = field(json.value, 'context');
  if (entries === null || context === undefined) return unread('there is no list of benchmarks with its context');
  const schema = field(context, 'json_schema_version');
  const { groups, nameless } = groupEntries(entries);
  const parts = groups.map((group) => readGroup(group, path));
  return {
    harness: { ...harness, version: asText(field(context, 'library_version')), outputVersion: typeof schema === 'number' ? String(schema) : null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: [
      ...debugFinding(context, path),
      ...nameless.map((index) => createFinding('BNL002', { tool: title, problem: 'an entry without a name' }, { file: path, pointer: `/benchmarks/${index}` })),
      ...parts.flatMap(({ findings }) => findings),
    ],
  };
}

function debugFinding(context: unknown, file: string): Finding[] {
  if (field(context, 'library_build_type') !== 'debug') return [];
  return [createFinding('BNL034', { tool: title, evidence: 'library_build_type is debug' }, { file, pointer: '/context/library_build_type' })];
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function readGroup(group: GoogleBenchmarkEntries, file: string): Part {
  const entry = group.iterations[0] ?? group.aggregates.get('mean');
  const label = asText(field(entry, 'label'));
  const benchmark = benchmarkName({ id: group.id, tags: label === null ? [] : [label] });
  const failed = (finding: Finding): Part => ({ readings: [failedReading(benchmark)], findings: [{ ...finding, file, pointer: group.pointer, benchmark: benchmark.id }] });
  const error = group.iterations.find((one) => field(one, 'error_occurred') === true);
  if (error !== undefined) return failed(createFinding('BNL011', { command: benchmark.id, outcome: (asText(field(error, 'error_message')) ?? 'no reason is told').slice(0, 400) }));
  if (group.iterations.some((one) => field(one, 'skipped') === true)) {
    return { readings: [{ ...failedReading(benchmark), status: 'skipped' }], findings: [] };
  }
  const readings = group.iterations.length > 0 ? readRepetitions(benchmark, group.iterations) : readAggregates(benchmark, group.aggregates);
  if (readings[0]?.metric?.name === 'time') return { readings, findings: [] };
  return failed(createFinding('BNL002', { tool: title, problem: 'its real_time is missing, not above zero, or of an unknown unit' }));
}

interface Field {
  metric: Pick<NonNullable<Reading['metric']>, 'name' | 'unit' | 'direction'>;
  key: string;
  scale: number;
  least: number;
}

const timeUnits: Readonly<Record<string, number>> = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 };

/** What can be read of an entry, by its unit of time. A counter says neither what it counts nor which way is better. */
function fieldsOf(entry: JsonRecord): Field[] {
  const unit = asText(field(entry, 'time_unit')) ?? 'ns';
  const scale = Object.hasOwn(timeUnits, unit) ? timeUnits[unit] : undefined;
  if (scale === undefined) return [];
  const taken = new Set<string>([metricShapes.time.name, metricShapes.cpu.name, metricShapes.throughput.name, metricShapes.elements.name]);
  return [
    { metric: metricShapes.time, key: 'real_time', scale, least: Number.MIN_VALUE },
    { metric: metricShapes.cpu, key: 'cpu_time', scale, least: 0 },
    { metric: metricShapes.throughput, key: 'bytes_per_second', scale: 1, least: 0 },
    { metric: metricShapes.elements, key: 'items_per_second', scale: 1, least: 0 },
    ...countersOf(entry).map((key): Field => ({ metric: { name: taken.has(key) ? `counter ${key}` : key, unit: 'count', direction: null }, key, scale: 1, least: Number.NEGATIVE_INFINITY })),
  ];
}

function readRepetitions(benchmark: BenchmarkName, entries: readonly JsonRecord[]): Reading[] {
  const units = new Set(entries.map((entry) => field(entry, 'time_unit')));
  if (units.size > 1) return [];
  return fieldsOf(entries[0] as JsonRecord).flatMap(({ metric, key, scale, least }): Reading[] => {
    const values = asNumbers(entries.map((entry) => field(entry, key)), least)?.map((value) => inUnit(value, scale));
    return values === undefined ? [] : [{ benchmark, status: 'ok', metric: { ...metric, kind: 'batch-mean', ordered: true }, values, summary: null }];
  });
}

function readAggregates(benchmark: BenchmarkName, aggregates: ReadonlyMap<string, JsonRecord>): Reading[] {
  const median = aggregates.get('median');
  if (median === undefined) return [];
  return fieldsOf(median).flatMap(({ metric, key, scale, least }): Reading[] => {
    const at = (name: string): number | null => {
      const value = asNumber(field(aggregates.get(name), key));
      return value === null ? null : inUnit(value, scale);
    };
    const p50 = at('median');
    const n = repetitionsOf(median);
    if (p50 === null || p50 < least || n === 0) return [];
    const summary: Summary = { n, min: null, p50, p95: null, p99: null, max: null, mean: at('mean'), stddev: at('stddev'), mad: null };
    return [{ benchmark, status: 'ok', metric: { ...metric, kind: 'summary', ordered: false }, values: null, summary }];
  });
}

function inUnit(value: number, scale: number): number {
  return scale === 1 ? value : rescale(value, scale);
}

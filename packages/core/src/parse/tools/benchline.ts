import { createFinding, parseUnit, type Direction, type Finding, type MetricKind, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asArray, asCount, asNumber, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'Benchline';

/**
 * Benchline's own performance report, version 1, as the output of a tool: a project's own harness can write it without knowing any other format.
 * Read are the suites' benchmarks and their metrics' summaries; where and on what they were measured, the run that reads them records anew.
 */
export const benchline: ToolAdapter = {
  tool: 'benchline',
  title,
  traits: {
    versions: 'performance report, version 1',
    metrics: [{ name: null, unit: null, direction: 'told', kinds: ['raw', 'batch-mean', 'summary', 'exact'] }],
    ordered: false,
    nesting: null,
    failure: 'the benchmark\'s "status" is failed or skipped',
    nothingRun: 'an empty list of suites or benchmarks',
  },
  detects: looksLike(/^\s*\{[^]*?"schemaVersion"\s*:\s*\d[^]*?"suites"\s*:\s*\[|^\s*\{\s*"suites"\s*:\s*\[[^]*"schemaVersion"\s*:\s*\d/),
  parse: parseReports,
};

function parseReports(files: readonly SourceFile[]): Parsed {
  const parts = files.map(parseReport);
  return conclude({
    harness: { name: 'benchline', version: null, outputVersion: '1' },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  });
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function parseReport(file: SourceFile): Part {
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return { readings: [], findings: [json.finding] };
  const version = field(json.value, 'schemaVersion');
  const suites = asArray(field(json.value, 'suites'));
  if (version !== 1 || suites === null) {
    const args = { artefact: 'performance report', expected: 'schemaVersion 1 and a list of suites', found: suites === null ? 'no suites' : `schemaVersion ${JSON.stringify(version) ?? 'missing'}` };
    return { readings: [], findings: [createFinding('BNL003', args, { file: file.path })] };
  }
  const parts = suites.map((suite, index) => readSuite(suite, { file: file.path, pointer: `/suites/${index}`, several: suites.length > 1 }));
  return { readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

interface Place {
  file: string;
  pointer: string;
}

function readSuite(suite: unknown, { file, pointer, several }: Place & { several: boolean }): Part {
  const benchmarks = asArray(field(suite, 'benchmarks'));
  if (benchmarks === null) return { readings: [], findings: [violation('a list of benchmarks', { file, pointer: `${pointer}/benchmarks` })] };
  // Ids are unique within a suite; read together, the suite's name keeps them apart.
  const prefix = several ? `${asText(field(suite, 'name')) ?? pointer}/` : '';
  const parts = benchmarks.map((benchmark, index) => readBenchmark(benchmark, prefix, { file, pointer: `${pointer}/benchmarks/${index}` }));
  return { readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

function readBenchmark(benchmark: unknown, prefix: string, place: Place): Part {
  const id = asText(field(benchmark, 'id'));
  if (id === null) return { readings: [], findings: [violation('an id', { ...place, pointer: `${place.pointer}/id` })] };
  const name = nameOf(benchmark, prefix + id);
  const status = field(benchmark, 'status') ?? 'ok';
  if (status !== 'ok') {
    const skipped = status === 'skipped' || status === 'missing';
    return { readings: [{ ...failedReading(name), status: skipped ? 'skipped' : 'failed' }], findings: [] };
  }
  const metrics = asArray(field(benchmark, 'metrics')) ?? [];
  const read = metrics.map((metric, index) => readMetric(name, metric) ?? violation(metricExpected, { ...place, pointer: `${place.pointer}/metrics/${index}` }));
  const findings = read.filter((item): item is Finding => 'code' in item);
  if (metrics.length === 0) findings.push(violation('at least one metric', { ...place, pointer: `${place.pointer}/metrics` }));
  // Half of a benchmark's metrics is not the benchmark: one that cannot be read fails it.
  if (findings.length > 0) return { readings: [failedReading(name)], findings: findings.map((finding) => ({ ...finding, benchmark: name.id })) };
  return { readings: read.filter((item): item is Reading => 'status' in item), findings };
}

const metricExpected = 'a metric with name, a known unit, direction (lower, higher or null) and a summary with n above 0 and p50';

function violation(expected: string, place: Place): Finding {
  return createFinding('BNL003', { artefact: 'performance report', expected, found: 'none' }, place);
}

function nameOf(benchmark: unknown, id: string): BenchmarkName {
  const params = Object.entries(asRecord(field(benchmark, 'params')) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const tags = (asArray(field(benchmark, 'tags')) ?? []).flatMap((tag) => asText(tag) ?? []);
  return benchmarkName({ id, name: asText(field(benchmark, 'name')) ?? id, group: asText(field(benchmark, 'group')), params, tags });
}

function readMetric(benchmark: BenchmarkName, metric: unknown): Reading | null {
  const name = asText(field(metric, 'name'));
  const unit = parseUnit(asText(field(metric, 'unit')) ?? '');
  const direction = directionOf(field(metric, 'direction'));
  if (name === null || name.length > 1024 || unit === null || direction === undefined) return null;
  const summary = summaryOf(field(metric, 'summary'), unit.scale);
  if (summary === null) return null;
  const kind: MetricKind = field(metric, 'kind') === 'exact' ? 'exact' : 'summary';
  return { benchmark, status: 'ok', metric: { name, unit: unit.unit, direction, kind, ordered: false }, values: null, summary };
}

/** undefined: neither a direction nor the explicit null that says that none is known. */
function directionOf(written: unknown): Direction | undefined {
  return written === 'lower' || written === 'higher' || written === null ? written : undefined;
}

function summaryOf(summary: unknown, scale: number): Summary | null {
  const n = asCount(field(summary, 'n'));
  const at = (key: string): number | null => asNumber(rescale(asNumber(field(summary, key)) ?? Number.NaN, scale));
  const p50 = at('p50');
  if (n === null || n === 0 || p50 === null) return null;
  return { n, min: at('min'), p50, p95: at('p95'), p99: at('p99'), max: at('max'), mean: at('mean'), stddev: at('stddev'), mad: at('mad') };
}

import { createFinding, parseUnit, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude } from '../conclude.js';
import { asArray, asCount, asNumber, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { rescale } from '../rescale.js';
import type { Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'bench records';

/** The two metrics of flat records: the unit their names promise, and how else that unit may be spelt. */
const recordMetrics = new Map([
  ['duration_ms', { shape: metricShapes.time, unit: 'ms', spellings: ['ms'] }],
  ['throughput_mbs', { shape: metricShapes.throughput, unit: 'MB/s', spellings: ['MB/s', 'mb/s', 'mbs', 'MBps'] }],
]);

/**
 * Flat bench records, a JSON array or one JSON object a line:
 * `{bench_id, metric: duration_ms|throughput_mbs, unit, p50, p95, n, timestamp, notes?}`; MB is 10^6 bytes.
 * A record that cannot be read is a finding with its line or pointer, the others count.
 */
export const records: ToolAdapter = {
  tool: 'records',
  title,
  traits: {
    versions: 'JSON array or one object a line',
    metrics: [
      { ...metricShapes.time, kinds: ['summary'] },
      { ...metricShapes.throughput, kinds: ['summary'] },
    ],
    ordered: false,
    nesting: null,
    failure: 'a record that does not keep to the format',
    nothingRun: 'no line, or an empty array',
  },
  detects: looksLike(/^\s*(?:\[\s*)?\{[^{}]*"bench_id"\s*:/),
  parse: parseRecords,
};

function parseRecords(files: readonly SourceFile[]): Parsed {
  const parts = files.map(parseFile);
  return conclude({
    harness: { name: 'records', version: null, outputVersion: null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  });
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function parseFile({ path, text }: SourceFile): Part {
  const isArray = /^\ufeff?\s*\[/.test(text);
  return isArray ? readArray(text, path) : readLines(text, path);
}

function readArray(text: string, file: string): Part {
  const json = parseJson(text, file, title);
  if ('finding' in json) return { readings: [], findings: [json.finding] };
  return combine((asArray(json.value) ?? []).map((record, index) => readRecord(record, { file, pointer: `/${index}` })));
}

function readLines(text: string, file: string): Part {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return combine(
    lines.flatMap((line, index) => {
      if (line.trim() === '' || line === '\ufeff') return [];
      const json = parseJson(line, file, title);
      const position = { file, line: index + 1 };
      return 'finding' in json ? { finding: { ...json.finding, ...position } } : readRecord(json.value, position);
    }),
  );
}

type RecordRead = { reading: Reading } | { finding: Finding };

function combine(read: readonly RecordRead[]): Part {
  return {
    readings: read.flatMap((item) => ('reading' in item ? item.reading : [])),
    findings: read.flatMap((item) => ('finding' in item ? item.finding : [])),
  };
}

function readRecord(record: unknown, position: FindingPosition): RecordRead {
  const problem = problemOf(record);
  const id = asText(field(record, 'bench_id')) ?? '';
  const metric = recordMetrics.get(asText(field(record, 'metric')) ?? '');
  if (problem !== null || !metric) {
    return { finding: createFinding('BNL002', { tool: title, problem: problem ?? 'no metric' }, { ...position, ...(id ? { benchmark: benchmarkName({ id }).id } : {}) }) };
  }
  const scale = parseUnit(metric.unit)?.scale ?? 1;
  const at = (key: string): number | null => asNumber(rescale(asNumber(field(record, key)) ?? Number.NaN, scale));
  const summary = { n: asCount(field(record, 'n')) ?? 0, min: null, p50: at('p50') ?? 0, p95: at('p95'), p99: null, max: null, mean: null, stddev: null, mad: null };
  return { reading: { benchmark: benchmarkName({ id }), status: 'ok', metric: { ...metric.shape, kind: 'summary', ordered: false }, values: null, summary } };
}

/** The first thing that makes a record unusable, or null. Numbers are not guessed: a unit that contradicts the metric's name is one. */
function problemOf(record: unknown): string | null {
  if (asRecord(record) === null) return 'a record must be a JSON object';
  if (asText(field(record, 'bench_id')) === null) return 'bench_id is missing';
  const metric = recordMetrics.get(asText(field(record, 'metric')) ?? '');
  if (!metric) return `metric must be ${[...recordMetrics.keys()].join(' or ')}, found ${shown(field(record, 'metric'))}`;
  const unit = asText(field(record, 'unit')) ?? '';
  if (!metric.spellings.includes(unit)) return `unit must be ${metric.unit}, as the metric's name says, found ${shown(field(record, 'unit'))}`;
  return valueProblemOf(record);
}

function valueProblemOf(record: unknown): string | null {
  const p50 = asNumber(field(record, 'p50'));
  if (p50 === null || p50 <= 0) return `p50 must be a number above zero, found ${shown(field(record, 'p50'))}`;
  const p95 = field(record, 'p95');
  if (p95 !== null && (asNumber(p95) ?? 0) <= 0) return `p95 must be a number above zero or null, found ${shown(p95)}`;
  // Of a rate, some tools take the slow end for p95: either order is possible there.
  if (asText(field(record, 'metric')) === 'duration_ms' && p95 !== null && (asNumber(p95) ?? 0) < p50) return `p95 cannot be below p50, found ${shown(p95)} below ${p50}`;
  const n = asCount(field(record, 'n'));
  if (n === null || n === 0) return `n must be a whole number above zero, found ${shown(field(record, 'n'))}`;
  const timestamp = field(record, 'timestamp');
  if (asText(timestamp) === null && asNumber(timestamp) === null) return `timestamp is missing`;
  return null;
}

function shown(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large';
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 64);
}

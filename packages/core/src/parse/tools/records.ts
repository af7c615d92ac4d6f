import { createFinding, parseUnit, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude } from '../conclude.js';
import { asArray, asCount, asNumber, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { rescale } from '../rescale.js';
import { parseLines, type LineReader } from '../line-reader.js';
import type { Parsed, Reading, ToolAdapter } from '../parsed.js';

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
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

type Part = Pick<Parsed, 'readings' | 'findings'>;
type RecordRead = { reading: Reading } | { finding: Finding };

/** An array stands over many lines and is read whole, lines by themselves as they come. */
function createReader(): LineReader {
  const read: Part = { readings: [], findings: [] };
  const keep = (item: RecordRead): void => void ('reading' in item ? read.readings.push(item.reading) : read.findings.push(item.finding));
  let open: OpenFile | null = null;
  const close = (): void => {
    if (open?.array === true) readArray(open, keep);
    open = null;
  };
  return {
    line: (text, place) => {
      if (open?.file !== place.file) close();
      open ??= { file: place.file, array: null, lines: [], length: 0 };
      if (open.array === null && !isBlank(text)) open.array = /^\ufeff?\s*\[/.test(text);
      if (open.array === false) {
        if (!isBlank(text)) keep(readLine(text, { file: place.file, line: place.line }));
      } else if (open.length <= longestArray) {
        open.lines.push(text);
        open.length += text.length + 1;
      }
    },
    end: () => {
      close();
      return conclude({ harness: { name: 'records', version: null, outputVersion: null }, ...read });
    },
  };
}

/** A file whose lines are being read. */
interface OpenFile {
  file: string;
  /** null: nothing but blank lines so far. */
  array: boolean | null;
  /** Those of an array, or of what may become one. */
  lines: string[];
  length: number;
}

/** Characters of an array; there is no such limit on lines. */
const longestArray = 64 * 1024 * 1024;

function isBlank(line: string): boolean {
  return line === '\ufeff' || line.trim() === '';
}

function readArray({ file, lines, length }: OpenFile, keep: (read: RecordRead) => void): void {
  if (length > longestArray) return keep({ finding: createFinding('BNL012', { limit: '64 MiB of a JSON array', found: 'more: write one object a line' }, { file }) });
  const json = parseJson(lines.join('\n'), file, title);
  if ('finding' in json) return keep({ finding: json.finding });
  (asArray(json.value) ?? []).forEach((record, index) => keep(readRecord(record, { file, pointer: `/${index}` })));
}

function readLine(text: string, position: { file: string; line: number }): RecordRead {
  const json = parseJson(text, position.file, title);
  return 'finding' in json ? { finding: { ...json.finding, ...position } } : readRecord(json.value, position);
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

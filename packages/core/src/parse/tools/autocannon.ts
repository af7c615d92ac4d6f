import { createFinding, type Finding, type FindingPosition, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asCount, asNumber, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { loadMetrics, loadReadings, loadTarget } from '../load-run.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { rescale } from '../rescale.js';
import { countersOf, errorShareOf, troubleOf } from './autocannon-counters.js';

const title = 'autocannon';

/** A millisecond is 5 % of this; of less, one step of the histogram would look like a change. */
const finestNs = 20e6;

/**
 * autocannon's JSON (-j), 7.x to 9.x: one object a run, a line each. Rates are totals over the run's duration, since autocannon's own averages take every
 * window for exactly one second. Latencies are whole milliseconds: a median below 20 ms has no direction, and never gates. `min` is not read: it leaves out zeros.
 */
export const autocannon: ToolAdapter = {
  tool: 'autocannon',
  title,
  traits: {
    versions: '7.x to 9.x, JSON',
    metrics: [...loadMetrics.filter(({ name }) => name !== 'latency'), { ...metricShapes.latency, direction: 'told', kinds: ['summary'] }],
    ordered: false,
    nesting: null,
    failure: '"errors", "timeouts", "mismatches" or "non2xx" above 0, or requests that were sent and never answered',
    nothingRun: 'an empty file',
  },
  detects: looksLike(/^\s*\{\s*(?:"title"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*)?"url"\s*:\s*"[^"]*"\s*,[^{}]*"pipelining"\s*:/),
  parse: (files) => parseEach(files, title, parseFile),
};

/** One object, written over several lines, or one a line. */
function parseFile({ path, text }: SourceFile): Parsed {
  const lines = text.split('\n').map((line, index) => ({ text: line, position: { file: path, line: index + 1 } })).filter((line) => line.text.trim() !== '');
  const oneALine = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line.text));
  const parts = (oneALine ? lines : [{ text, position: { file: path, line: 1 } }]).map((part) => parseRun(part.text, part.position, oneALine));
  return {
    harness: { name: title, version: null, outputVersion: null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

type Part = Pick<Parsed, 'readings' | 'findings'>;

function parseRun(text: string, position: FindingPosition & { file: string }, isLine: boolean): Part {
  const json = parseJson(text, position.file, title);
  if ('finding' in json) return { readings: [], findings: [isLine ? { ...json.finding, ...position } : json.finding] };
  const url = asText(field(json.value, 'url'));
  if (asRecord(json.value) === null || url === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a run without a url' }, position)] };
  const benchmark = nameOf(json.value, url);
  const read = readRun(json.value, benchmark);
  if (Array.isArray(read)) return { readings: read, findings: [] };
  return { readings: [failedReading(benchmark)], findings: [{ ...read, ...position, benchmark: benchmark.id }] };
}

/** The title given with -T, else path and query. */
function nameOf(run: unknown, url: string): BenchmarkName {
  const params = ['connections', 'pipelining'].flatMap((key): [string, string][] => {
    const value = asCount(field(run, key));
    return value === null ? [] : [[key, String(value)]];
  });
  const own = asText(field(run, 'title'));
  return own === null ? loadTarget(url, params) : benchmarkName({ id: own, params });
}

/** One run's numbers, or why they are not used. `allowed`: the share of requests that may have failed. */
export function readRun(run: unknown, benchmark: BenchmarkName, allowed = 0): Reading[] | Finding {
  const counters = countersOf(run);
  const seconds = asNumber(field(run, 'duration'));
  if (counters === null || seconds === null || seconds <= 0) return createFinding('BNL002', { tool: title, problem: 'duration, requests or one of the counters of errors is missing or no number' });
  const trouble = troubleOf(counters);
  if (trouble !== null && (counters.answered === 0 || errorShareOf(counters) > allowed)) return createFinding('BNL011', { command: benchmark.id, outcome: trouble });
  const bytes = asCount(field(field(run, 'throughput'), 'total'));
  const rates = { requests: counters.answered / seconds, throughput: bytes === null ? null : bytes / seconds };
  return loadReadings(benchmark, { ...rates, latency: latencyOf(field(run, 'latency')) }).map(withoutCoarseDirection);
}

function latencyOf(latency: unknown): Summary | null {
  const at = (key: string): number | null => {
    const ms = asNumber(field(latency, key));
    return ms === null || ms < 0 ? null : rescale(ms, 1e6);
  };
  const p50 = at('p50');
  const n = asCount(field(latency, 'totalCount'));
  return p50 === null || n === null || n === 0 ? null : { n, min: null, p50, p95: null, p99: at('p99'), max: at('max'), mean: at('average'), stddev: at('stddev'), mad: null };
}

function withoutCoarseDirection(reading: Reading): Reading {
  const { metric, summary } = reading;
  return metric === null || summary === null || summary.p50 >= finestNs ? reading : { ...reading, metric: { ...metric, direction: null } };
}

import { createFinding, type Finding, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asCount, asNumber, asRecord, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { loadMetrics, loadReadings, type LoadRun } from '../load-run.js';
import { looksLike } from '../looks-like.js';
import { parseEach } from '../parse-each.js';
import type { Parsed, SourceFile, ToolAdapter } from '../parsed.js';
import { rescale } from '../rescale.js';

const title = 'oha';

/** What the end of the time (-z) cut off; no fault of the server's. */
const cutByDeadline = 'aborted due to deadline';

/**
 * oha's JSON (--output-format json, in old versions -j). It does not hold the URL, so that the benchmark is called `load`. Rates are of the answers:
 * oha's own `requestsPerSec` counts requests that failed or were cut off, too.
 */
export const oha: ToolAdapter = {
  tool: 'oha',
  title,
  traits: {
    versions: '1.x, JSON',
    metrics: loadMetrics,
    ordered: false,
    nesting: null,
    failure: '"errorDistribution" with more than what the end of the time cut off, a status other than 2xx, or no answer',
    nothingRun: 'an empty file; without an answer every statistic is null',
  },
  detects: looksLike(/^\s*\{\s*"summary"\s*:\s*\{\s*"successRate"\s*:/),
  parse: (files) => parseEach(files, title, parseFile),
};

function parseFile({ path: file, text }: SourceFile): Parsed {
  const harness = { name: title, version: null, outputVersion: null };
  const json = parseJson(text, file, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const summary = field(json.value, 'summary');
  if (asRecord(summary) === null) return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there is no summary' }, { file })] };
  const benchmark = benchmarkName({ id: 'load' });
  const read = readRun(json.value);
  if ('code' in read) return { harness, readings: [failedReading(benchmark)], findings: [{ ...read, file, benchmark: benchmark.id }] };
  return { harness, readings: loadReadings(benchmark, read), findings: [] };
}

function readRun(output: unknown): LoadRun | Finding {
  const statuses = countsOf(field(output, 'statusCodeDistribution'));
  const errors = countsOf(field(output, 'errorDistribution'));
  const summary = field(output, 'summary');
  const seconds = asNumber(field(summary, 'total'));
  if (statuses === null || errors === null || seconds === null || seconds <= 0) {
    return createFinding('BNL002', { tool: title, problem: 'summary.total, statusCodeDistribution or errorDistribution is missing or holds no numbers' });
  }
  const trouble = troubleOf(statuses, errors, asNumber(field(summary, 'successRate')));
  if (trouble !== null) return createFinding('BNL011', { command: 'load', outcome: trouble.outcome }, { pointer: trouble.pointer });
  const answered = sum(statuses);
  const bytes = asCount(field(summary, 'totalData'));
  return { requests: answered / seconds, throughput: bytes === null ? null : bytes / seconds, latency: latencyOf(output, answered) };
}

type Counts = readonly (readonly [string, number])[];

function countsOf(distribution: unknown): Counts | null {
  const entries = Object.entries(asRecord(distribution) ?? {}).map(([key, value]) => [key, asCount(value) ?? Number.NaN] as const);
  return asRecord(distribution) === null || entries.some(([, count]) => Number.isNaN(count)) ? null : entries;
}

function sum(counts: Counts): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}

/** What went wrong, and where it stands; null: every request was answered with 2xx, or was under way when the time ended. */
function troubleOf(statuses: Counts, errors: Counts, successRate: number | null): { outcome: string; pointer: string } | null {
  const answered = sum(statuses);
  const failed = errors.filter(([error, count]) => error !== cutByDeadline && count > 0);
  if (failed.length > 0) return { outcome: outcomeOf(failed.map(([error, count]) => `${count} requests ended in: ${error.slice(0, 200)}`)), pointer: '/errorDistribution' };
  const other = statuses.filter(([status, count]) => !/^2\d\d$/.test(status) && count > 0);
  if (other.length > 0) return { outcome: outcomeOf(other.map(([status, count]) => `${count} of ${answered} answers had status ${status.slice(0, 16)}`)), pointer: '/statusCodeDistribution' };
  if (answered === 0) return { outcome: 'no request was answered before the time ended', pointer: '/statusCodeDistribution' };
  return successRate === null || successRate < 1 ? { outcome: `the rate of success is ${successRate ?? 'no number'}`, pointer: '/summary/successRate' } : null;
}

function outcomeOf(told: readonly string[]): string {
  return told.join('; ').slice(0, 1000);
}

/** Seconds become ns. Without a median there is no latency. */
function latencyOf(output: unknown, n: number): Summary | null {
  const at = (group: string, key: string): number | null => {
    const seconds = asNumber(field(field(output, group), key));
    return seconds === null || seconds < 0 ? null : rescale(seconds, 1e9);
  };
  const p50 = at('latencyPercentiles', 'p50');
  if (p50 === null) return null;
  const [p95, p99] = [at('latencyPercentiles', 'p95'), at('latencyPercentiles', 'p99')];
  return { n, min: at('summary', 'fastest'), p50, p95, p99, max: at('summary', 'slowest'), mean: at('summary', 'average'), stddev: null, mad: null };
}

import { createFinding, formatShare, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asCount, field } from '../fields.js';
import { jsonPointer } from '../json-pointer.js';
import { parseJson } from '../json-text.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';
import { k6Reading, k6Shapes, valueOf } from './k6-readings.js';
import { readK6Summary, type K6Metric, type K6Summary } from './k6-summary.js';

const title = 'k6';
const kinds = ['summary'] as const;

/**
 * k6's end-of-test summary: --summary-export, the data of handleSummary() as JSON, and version 1 of the machine-readable one. The script as a whole is the
 * benchmark `load`; each set of tags that a threshold asks for (`http_req_duration{scenario:buy}`) is one of its own. A threshold that was crossed is a
 * finding, and the numbers stay; requests that failed make all of it failed, unless a threshold of http_req_failed allows for them.
 */
export const k6: ToolAdapter = {
  tool: 'k6',
  title,
  traits: {
    versions: '0.31 to 2.x; --summary-export, handleSummary() and the machine-readable summary 1.x',
    metrics: [
      { ...metricShapes.requests, kinds },
      { ...metricShapes.latency, kinds },
      { ...metricShapes.errors, kinds },
      { name: 'iterations', unit: 'ops/s', direction: 'higher', kinds },
      { name: 'checks', unit: 'ratio', direction: 'higher', kinds },
      { name: null, unit: null, direction: null, kinds },
    ],
    ordered: false,
    nesting: null,
    failure: '"http_req_failed" above 0, unless a threshold of its own allows it, or missing beside requests',
    nothingRun: 'neither "iterations" nor "http_reqs"',
  },
  detects: (files) => files.length > 0 && files.every(({ text }) => looksLikeK6(text.slice(0, 16_384))),
  parse: (files) => parseEach(files, title, parseFile),
};

/** Keys come in any order, and the script's whole text can stand first. */
function looksLikeK6(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  if (/"k6_?[vV]ersion"\s*:|^\s*\{\s*"config"\s*:\s*\{[^{}]{0,200}"execution"\s*:/.test(text)) return true;
  const keyed = /"root_group"\s*:\s*\{/.test(text) || /"metrics"\s*:\s*\{/.test(text);
  return keyed && /"(?:iterations|iteration_duration|http_reqs|http_req_\w+|data_received|data_sent|vus_max)(?:\{[^"]*\})?"\s*:\s*\{|"root_group"\s*:\s*\{[^]*?"path"\s*:/.test(text);
}

function parseFile({ path: file, text }: SourceFile): Parsed {
  const json = parseJson(text, file, title);
  const none = { name: title, version: null, outputVersion: null };
  if ('finding' in json) return { harness: none, readings: [], findings: [json.finding] };
  const summary = readK6Summary(json.value);
  if (summary === null) return { harness: none, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there are no metrics' }, { file })] };
  const { version, outputVersion } = summary;
  const harness = { name: title, version, outputVersion };
  if (outputVersion !== null && !outputVersion.startsWith('1.')) {
    return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: `version ${outputVersion.slice(0, 64)} of the summary is not known` }, { file, pointer: '/version' })] };
  }
  return { harness, ...readSummary(summary, file) };
}

function readSummary(summary: K6Summary, file: string): Pick<Parsed, 'readings' | 'findings'> {
  const names = new Map<string | null, BenchmarkName>([null, ...summary.metrics.map(({ tags }) => tags)].map((tags) => [tags, nameOf(tags)]));
  // Of the answers that were expected everything is told twice.
  names.delete('expected_response:true');
  const trouble = troubleOf(summary, file);
  if (trouble !== null) return { readings: [...names.values()].map(failedReading), findings: [trouble] };
  const readings = [...names].flatMap(([tags, benchmark]) =>
    inOrder(summary.metrics.filter((metric) => metric.tags === tags)).flatMap((metric): Reading[] => {
      const reading = k6Reading(metric, benchmark, summary);
      return reading === null ? [] : [reading];
    }),
  );
  return { readings, findings: summary.metrics.flatMap((metric) => crossedOf(metric, names.get(metric.tags), file)) };
}

function nameOf(tags: string | null): BenchmarkName {
  if (tags === null) return benchmarkName({ id: 'load' });
  const params = tags.split(',').map((tag): [string, string] => [tag.split(':')[0]?.trim() ?? '', tag.slice(tag.indexOf(':') + 1).trim()]);
  return benchmarkName({ id: tags === '' ? '{}' : tags, params });
}

/** k6 writes its metrics in another order each time. */
function inOrder(metrics: readonly K6Metric[]): K6Metric[] {
  const known = Object.keys(k6Shapes);
  const rank = ({ name }: K6Metric): number => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...metrics].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** What makes the whole run worth nothing; null: nothing does. */
function troubleOf(summary: K6Summary, file: string): Finding | null {
  const whole = (wanted: string): K6Metric | undefined => summary.metrics.find(({ name, tags }) => name === wanted && tags === null);
  const told = (outcome: string, metric?: K6Metric): Finding => createFinding('BNL011', { command: 'load', outcome }, { file, benchmark: 'load', ...(metric === undefined ? {} : { pointer: jsonPointer(metric.path) }) });
  const hasDone = (name: string): boolean => (asCount(field(whole(name)?.values, 'count')) ?? 0) > 0;
  if (!hasDone('iterations') && !hasDone('http_reqs')) return told('no iteration ended and no request was sent');
  const failed = whole('http_req_failed');
  if (failed === undefined && !hasDone('http_reqs')) return null;
  const share = failed === undefined ? null : valueOf(failed, summary);
  if (failed === undefined || share === null) return told('there is no http_req_failed, so that nothing tells how many requests failed');
  const allowed = failed.thresholds.length > 0 && !failed.thresholds.some(({ crossed }) => crossed);
  return share <= 0 || allowed ? null : told(`${formatShare(share)} of the requests failed, and no threshold of http_req_failed allows for them`, failed);
}

function crossedOf({ name, tags, thresholds, path }: K6Metric, benchmark: BenchmarkName | undefined, file: string): Finding[] {
  const metric = tags === null ? name : `${name}{${tags}}`;
  return thresholds
    .filter(({ crossed }) => crossed)
    .map(({ expression }) => createFinding('BNL036', { tool: title, limit: `${metric}: ${expression}`.slice(0, 400) }, { file, pointer: jsonPointer([...path, 'thresholds', expression]), ...(benchmark === undefined ? {} : { benchmark: benchmark.id }) }));
}

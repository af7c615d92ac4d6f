import { createFinding, type Direction, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asNumber, asRecord, field } from '../fields.js';
import { jsonPointer } from '../json-pointer.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { shownJson } from '../shown-json.js';
import { singleValue } from '../single-value.js';
import { directionOfUnit } from '../direction-of-unit.js';
import { normaliseValue, readWrittenUnit } from '../written-unit.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'Bencher Metric Format';

interface Measure {
  name: string;
  unit: string;
  scale: number;
  direction: Direction;
}

const counted = { unit: 'count', scale: 1 };

/**
 * Bencher's built-in measures by their slugs, with the units that its documentation and server give them (build-time is in seconds). Hits and accesses of caches have no
 * direction: fewer of the one are more of the other.
 */
const builtIn: Readonly<Record<string, Omit<Measure, 'name'> & { name?: string }>> = {
  latency: { ...metricShapes.time, scale: 1 },
  throughput: { ...metricShapes.elementThroughput, scale: 1 },
  'build-time': { unit: 'ns', scale: 1e9, direction: 'lower' },
  'file-size': { unit: 'B', scale: 1, direction: 'lower' },
  instructions: { ...counted, direction: 'lower' },
  'estimated-cycles': { ...counted, direction: null },
  'l1-accesses': { ...counted, direction: null },
  'l2-accesses': { ...counted, direction: null },
  'ram-accesses': { ...counted, direction: null },
  'l1-hits': { ...counted, direction: null },
  'l2-hits': { ...counted, direction: null },
  'll-hits': { ...counted, direction: null },
  'ram-hits': { ...counted, direction: null },
};

/** "memory (B)": the unit in brackets, as Benchline exports measures that are not built in. */
const withUnit = /^(.{1,1000}) \(([^()]{1,64})\)$/s;

/**
 * Bencher Metric Format: `{benchmark: {measure: {value, lower_value?, upper_value?}}}` (bencher.dev, "Bencher Metric Format"). It holds neither unit nor direction: both are
 * those of Bencher's built-in measures, or of the unit that the measure's name ends in; of any other measure the number is a bare count without direction. What the bounds
 * mean is not told either: they are not read.
 */
export const bmf: ToolAdapter = {
  tool: 'bmf',
  title,
  traits: {
    versions: 'the published JSON',
    metrics: [
      { ...metricShapes.time, kinds: ['summary'] },
      { ...metricShapes.elementThroughput, kinds: ['summary'] },
      { name: null, unit: null, direction: 'told', kinds: ['summary'] },
    ],
    ordered: false,
    nesting: null,
    failure: 'a measure without a number as its "value"',
    nothingRun: 'an empty object',
  },
  detects: looksLike(/^\ufeff?\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:value|lower_value|upper_value)"\s*:\s*[^\s,{}]+\s*(?:\}|$|,\s*"(?:value|lower_value|upper_value)")/),
  parse: (files) => parseEach(files, 'bmf', parseFile),
};

const harness = { name: 'bmf', version: null, outputVersion: null };

function parseFile({ path: file, text }: SourceFile): Parsed {
  const json = parseJson(text, file, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const benchmarks = asRecord(json.value);
  const entries = Object.entries(benchmarks ?? {});
  if (benchmarks === null || (entries.length > 0 && !entries.some(([, measures]) => hasMetric(measures)))) {
    const problem = `expected benchmarks whose measures have a "value", found ${shownJson(json.value)}`;
    return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file })] };
  }
  const parts = entries.map(([id, measures]) => readBenchmark(id, measures, file));
  return { harness, readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

const metricKeys: readonly string[] = ['value', 'lower_value', 'upper_value'];

/** Whether anything of a file is of this format at all: other JSON has objects with values too. */
function hasMetric(measures: unknown): boolean {
  return Object.values(asRecord(measures) ?? {}).some((metric) => {
    const keys = Object.keys(asRecord(metric) ?? {});
    return keys.length > 0 && keys.every((key) => metricKeys.includes(key));
  });
}

function readBenchmark(id: string, measures: unknown, file: string): Pick<Parsed, 'readings' | 'findings'> {
  const benchmark = benchmarkName({ id });
  const entries = Object.entries(asRecord(measures) ?? {});
  const trouble = (problem: string, path: readonly string[]): Finding => createFinding('BNL002', { tool: title, problem }, { file, pointer: jsonPointer(path), benchmark: benchmark.id });
  if (id === '') return { readings: [], findings: [trouble('a benchmark without a name', [id])] };
  if (entries.length === 0) return { readings: [failedReading(benchmark)], findings: [trouble(`expected an object of measures, found ${shownJson(measures)}`, [id])] };
  const read = entries.map(([slug, metric]) => readMeasure(benchmark, slug, metric) ?? trouble(`expected a measure's "value" to be a number, found ${shownJson(field(metric, 'value') ?? metric)}`, [id, slug]));
  const findings = read.filter((item): item is Finding => 'code' in item);
  return findings.length > 0 ? { readings: [failedReading(benchmark)], findings } : { readings: read.filter((item): item is Reading => 'status' in item), findings };
}

function readMeasure(benchmark: BenchmarkName, slug: string, metric: unknown): Reading | null {
  const written = asNumber(field(metric, 'value'));
  const { name, unit, scale, direction } = measureOf(slug);
  const value = written === null ? null : asNumber(normaliseValue(written, { unit, scale }));
  // Of the built-in measures less than nothing is a mistake; others may be differences.
  if (value === null || slug === '' || (Object.hasOwn(builtIn, slug) && value < 0)) return null;
  return { benchmark, status: 'ok', metric: { name: benchmarkName({ id: name }).id, unit, direction, kind: 'summary', ordered: false }, values: null, summary: singleValue(value) };
}

function measureOf(slug: string): Measure {
  const known = Object.hasOwn(builtIn, slug) ? builtIn[slug] : undefined;
  if (known !== undefined) return { name: slug, ...known };
  const [, name, inBrackets] = withUnit.exec(slug) ?? [];
  const unit = inBrackets === undefined ? null : readWrittenUnit(inBrackets);
  return name === undefined || unit === null ? { name: slug, ...counted, direction: null } : { name, ...unit, direction: directionOfUnit(unit.unit) };
}

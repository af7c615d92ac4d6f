import { createFinding, parseUnit, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { directionOfUnit } from '../direction-of-unit.js';
import { asArray, asNumber, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { shownJson } from '../shown-json.js';
import { singleValue } from '../single-value.js';
import { readWrittenNumber } from '../written-number.js';
import { normaliseValue, readWrittenUnit } from '../written-unit.js';
import type { Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'github-action-benchmark';

/**
 * The custom format of github-action-benchmark: `[{name, unit, value, range?, extra?}]`; value a number or text that is one. Each entry is a benchmark with one metric, which is
 * called after what its unit measures. There the direction is the file's, by the name of the tool (customSmallerIsBetter); here a time is better lower, a rate better higher,
 * and of anything else the direction is not known. `range` and `extra` are for display alone and not read.
 */
export const githubActionBenchmark: ToolAdapter = {
  tool: 'github-action-benchmark',
  title,
  traits: {
    versions: 'customSmallerIsBetter and customBiggerIsBetter',
    metrics: [
      { ...metricShapes.time, kinds: ['summary'] },
      { ...metricShapes.throughput, kinds: ['summary'] },
      { ...metricShapes.elementThroughput, kinds: ['summary'] },
      { name: 'value', unit: null, direction: null, kinds: ['summary'] },
    ],
    ordered: false,
    nesting: null,
    failure: 'an entry without a name, a unit or a number',
    nothingRun: 'an empty array',
  },
  detects: looksLike(/^\ufeff?\s*\[\s*\{(?=[^{}]*"name"\s*:\s*")(?=[^{}]*"unit"\s*:\s*")(?=[^{}]*"value"\s*:)(?![^{}]*"bench_id")/),
  parse: (files) => parseEach(files, title, parseFile),
};

const harness = { name: title, version: null, outputVersion: null };

function parseFile({ path: file, text }: SourceFile): Parsed {
  const json = parseJson(text, file, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const entries = asArray(json.value);
  if (entries === null || (entries.length > 0 && !entries.some(isEntry))) {
    const problem = `expected an array of entries with unit and value, found ${shownJson(json.value)}`;
    return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file })] };
  }
  const parts = entries.map((entry, index) => readEntry(entry, { file, pointer: `/${index}` }));
  return { harness, readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ findings }) => findings) };
}

/** Whether anything of a file is of this format at all: other tools write lists of things with names too. */
function isEntry(entry: unknown): boolean {
  return field(entry, 'unit') !== undefined && field(entry, 'value') !== undefined;
}

function readEntry(entry: unknown, position: { file: string; pointer: string }): Pick<Parsed, 'readings' | 'findings'> {
  const name = asText(field(entry, 'name'));
  if (name === null) return { readings: [], findings: [trouble(`expected a name, found ${shownJson(field(entry, 'name'))}`, position)] };
  const benchmark = benchmarkName({ id: name });
  const unit = readWrittenUnit(asText(field(entry, 'unit')) ?? '');
  const written = readWrittenNumber(field(entry, 'value'));
  const direction = unit === null ? null : directionOfUnit(unit.unit);
  const value = written === null || unit === null ? null : asNumber(normaliseValue(written, unit));
  // A time is spent and a rate is work done: less than nothing of it is a mistake, not a measurement.
  if (unit === null || value === null || (direction !== null && value < 0)) {
    const problem = unit === null ? `expected a unit of at most 64 characters, found ${shownJson(field(entry, 'unit'))}` : `expected a number as "value", found ${shownJson(field(entry, 'value'))}`;
    return { readings: [failedReading(benchmark)], findings: [{ ...trouble(problem, position), benchmark: benchmark.id }] };
  }
  const metric = { name: metricNameOf(unit.unit), unit: unit.unit, direction, kind: 'summary', ordered: false } as const;
  const reading: Reading = { benchmark, status: 'ok', metric, values: null, summary: singleValue(value) };
  return { readings: [reading], findings: [] };
}

function trouble(problem: string, position: { file: string; pointer: string }): Finding {
  return createFinding('BNL002', { tool: title, problem }, position);
}

function metricNameOf(unit: string): string {
  const dimension = parseUnit(unit)?.dimension;
  if (dimension === 'time') return 'time';
  return dimension === 'data rate' || dimension === 'operation rate' ? 'throughput' : 'value';
}

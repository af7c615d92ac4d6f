import { createFinding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { embeddedJson } from '../embedded-json.js';
import { asArray, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import type { BenchmarkName, Parsed, SourceFile, ToolAdapter } from '../parsed.js';
import { readStats } from './mitata-stats.js';

const title = 'mitata';
const start = /^\{\s*"(?:layout|benchmarks)"\s*:\s*\[/m;

/**
 * mitata 1.x: what `run({ format: 'json' })` prints, or what it returns written as JSON; other lines may stand around it. Times are ns.
 * A run with arguments is a benchmark of its own: those that its name does not show are added to the id in brackets.
 */
export const mitata: ToolAdapter = {
  tool: 'mitata',
  title,
  traits: {
    versions: '1.x',
    metrics: [
      { ...metricShapes.time, kinds: ['raw', 'batch-mean', 'summary'] },
      { name: 'heap', unit: 'B', direction: null, kinds: ['batch-mean'] },
      { name: 'gc', unit: 'ns', direction: null, kinds: ['batch-mean'] },
    ],
    ordered: false,
    nesting: null,
    failure: 'a run with an "error"',
    nothingRun: 'an empty list "benchmarks"',
  },
  detects: looksLike(/^\{\s*(?:"layout"\s*:\s*\[\s*(?:\]|\{\s*"(?:name|types)"\s*:)|"benchmarks"\s*:\s*\[\s*\{\s*"(?:kind"\s*:|runs"\s*:(?!\s*\[\s*\{\s*"(?:metadata|values|warmups)")))/m),
  parse: (files) => parseEach(files, title, parseFile),
};

const harness = { name: title, version: null, outputVersion: null };

function parseFile({ path: file, text }: SourceFile): Parsed {
  const json = parseJson(embeddedJson(text, start), file, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  // pyperf has such a list too, with metadata beside it.
  const benchmarks = field(json.value, 'metadata') === undefined ? asArray(field(json.value, 'benchmarks')) : null;
  if (benchmarks === null) return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'there is no list of benchmarks' }, { file })] };
  const groups = (asArray(field(json.value, 'layout')) ?? []).map((each) => asText(field(each, 'name')));
  const read = benchmarks.flatMap((each, index) => readBenchmark(each, groups, { file, pointer: `/benchmarks/${index}` }));
  return { harness, readings: read.flatMap(({ readings }) => readings), findings: read.flatMap(({ findings }) => findings) };
}

type Read = Pick<Parsed, 'readings' | 'findings'>;

function readBenchmark(told: unknown, groups: readonly (string | null)[], { file, pointer }: { file: string; pointer: string }): Read[] {
  const place = field(told, 'group');
  const group = typeof place === 'number' ? (groups[place] ?? null) : null;
  const alias = asText(field(told, 'alias')) ?? '';
  return (asArray(field(told, 'runs')) ?? []).map((run, index) => readRun(run, nameOf(run, { alias, group }), { file, pointer: `${pointer}/runs/${index}` }));
}

function nameOf(run: unknown, { alias, group }: { alias: string; group: string | null }): BenchmarkName {
  const params = Object.entries(asRecord(field(run, 'args')) ?? {}).map(([key, value]): [string, string] => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
  const hidden = params.filter(([key]) => !alias.includes(`$${key}`)).map(([key, value]) => `${key}=${value}`);
  const told = asText(field(run, 'name')) ?? alias;
  const name = hidden.length === 0 ? told : `${told} [${hidden.join(', ')}]`;
  return benchmarkName({ id: group === null ? name : `${group}/${name}`, name, group, params });
}

function readRun(run: unknown, benchmark: BenchmarkName, position: FindingPosition): Read {
  const at = { ...position, benchmark: benchmark.id };
  const error = field(run, 'error') ?? null;
  if (error !== null) return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome: outcomeOf(error) }, at)] };
  const stats = readStats(field(run, 'stats'));
  if (stats !== null) return { readings: stats.map((each) => ({ benchmark, status: 'ok', ...each })), findings: [] };
  const problem = 'a run has neither samples nor statistics that are times above zero';
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem }, at)] };
}

/** `JSON.stringify` leaves nothing of an Error; mitata itself writes its message. */
function outcomeOf(error: unknown): string {
  const message = asText(field(error, 'message')) ?? asText(error);
  return message === null ? 'it threw an error' : `it threw: ${(message.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 1024)}`;
}

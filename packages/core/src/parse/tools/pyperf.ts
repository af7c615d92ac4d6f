import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asArray, asNumber, asNumbers, asRecord, asText, field, type JsonRecord } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { rescale } from '../rescale.js';
import { shownJson } from '../shown-json.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'pyperf';

/**
 * pyperf's JSON (-o), format 1.0 of pyperf 1 and 2. A run is a process: its `values` are already divided by the loops, `warmups` are left out, and runs
 * that only calibrate have no values. What all runs or all benchmarks share stands in the metadata above them, the unit and even the name.
 */
export const pyperf: ToolAdapter = {
  tool: 'pyperf',
  title,
  traits: {
    versions: 'JSON format 1.0, of pyperf 1 and 2',
    metrics: [
      { ...metricShapes.time, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.memory, kinds: ['raw'] },
      { name: 'value', unit: 'count', direction: null, kinds: ['raw'] },
    ],
    ordered: true,
    nesting: 'process',
    failure: 'missing, with all benchmarks behind it, and exit code 1',
    nothingRun: 'no file',
  },
  detects: looksLike(/^\ufeff?\s*\{\s*"benchmarks"\s*:\s*\[\s*\{\s*"(?:metadata"\s*:\s*\{|runs"\s*:\s*\[)|"perf_version"\s*:\s*"/),
  parse: (files) => parseEach(files, title, parseFile),
};

function parseFile(file: SourceFile): Parsed {
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return { harness: { name: title, version: null, outputVersion: null }, readings: [], findings: [json.finding] };
  const version = field(json.value, 'version');
  const shared = asRecord(field(json.value, 'metadata')) ?? {};
  const benchmarks = asArray(field(json.value, 'benchmarks'));
  const harness = { name: title, version: versionOf(shared, benchmarks ?? []), outputVersion: shownJson(version).replace(/^"|"$/g, '') };
  const problem = benchmarks === null ? 'there is no list of benchmarks' : `version ${shownJson(version)} is not known`;
  if (benchmarks === null || version !== '1.0') return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: file.path })] };
  const parts = benchmarks.map((benchmark, index) => readBenchmark(benchmark, shared, { file: file.path, pointer: `/benchmarks/${index}` }));
  return { harness, readings: parts.flatMap(({ readings }) => readings), findings: parts.flatMap(({ finding }) => finding ?? []) };
}

/** Files that were put together may have several. */
function versionOf(shared: JsonRecord, benchmarks: readonly unknown[]): string | null {
  const told = new Set([shared, ...benchmarks.map((benchmark) => field(benchmark, 'metadata'))].flatMap((metadata) => asText(field(metadata, 'perf_version')) ?? []));
  const [version = null] = told;
  return told.size === 1 ? version?.slice(0, 64) ?? null : null;
}

interface Part {
  readings: Reading[];
  finding?: Finding;
}

/** A run that measured: its values, and the metadata in force for it. */
interface Process {
  values: readonly unknown[];
  metadata: JsonRecord;
}

function readBenchmark(written: unknown, shared: JsonRecord, place: { file: string; pointer: string }): Part {
  const common = { ...shared, ...asRecord(field(written, 'metadata')) };
  const name = asText(field(common, 'name'));
  if (name === null) return { readings: [], finding: createFinding('BNL002', { tool: title, problem: 'a benchmark without a name' }, place) };
  const benchmark = benchmarkName({ id: name, params: paramsOf(common) });
  const processes = (asArray(field(written, 'runs')) ?? []).flatMap((run): Process[] => {
    const values = field(run, 'values');
    return values === undefined ? [] : [{ values: asArray(values) ?? [values], metadata: { ...common, ...asRecord(field(run, 'metadata')) } }];
  });
  const read = readProcesses(benchmark, processes, field(common, 'unit') ?? 'second');
  return Array.isArray(read) ? { readings: read } : { readings: [failedReading(benchmark)], finding: createFinding('BNL002', { tool: title, problem: read.problem }, { ...place, benchmark: benchmark.id }) };
}

const units = {
  second: { shape: metricShapes.time, scale: 1e9 },
  byte: { shape: metricShapes.memory, scale: 1 },
  integer: { shape: { name: 'value', unit: 'count', direction: null }, scale: 1 },
} as const;

function readProcesses(benchmark: BenchmarkName, processes: readonly Process[], unit: unknown): Reading[] | { problem: string } {
  if (typeof unit !== 'string' || !Object.hasOwn(units, unit)) return { problem: `the unit ${shownJson(unit)} is not known` };
  const { shape, scale } = units[unit as keyof typeof units];
  if (processes.length === 0) return { problem: 'no run has values' };
  const values = asNumbers(processes.flatMap((process) => process.values), 0);
  if (values === null || (unit === 'second' && !values.every((value) => value > 0))) return { problem: 'its values are not numbers above zero' };
  const kind = unit === 'second' && !processes.every(isSingle) ? 'batch-mean' : 'raw';
  const counts = processes.map((process) => process.values.length).filter((count) => count > 0);
  const main: Reading = { benchmark, status: 'ok', metric: { ...shape, kind, ordered: true }, values: values.map((value) => rescale(value, scale)), processes: counts, summary: null };
  return unit === 'byte' ? [main] : [main, ...peakMemory(benchmark, processes)];
}

/** Whether each value is one call. */
function isSingle({ metadata }: Process): boolean {
  return (asNumber(field(metadata, 'loops')) ?? 1) * (asNumber(field(metadata, 'inner_loops')) ?? 1) === 1;
}

/** Peak resident memory of each process, or of the command that it ran (pyperf command), where the system tells it. */
function peakMemory(benchmark: BenchmarkName, processes: readonly Process[]): Reading[] {
  const values = asNumbers(processes.map(({ metadata }) => field(metadata, 'command_max_rss') ?? field(metadata, 'mem_max_rss')), 1);
  if (values === null) return [];
  return [{ benchmark, status: 'ok', metric: { ...metricShapes.memory, kind: 'raw', ordered: true }, values, processes: values.map(() => 1), summary: null }];
}

const statements = ['timeit_stmt', 'timeit_setup', 'timeit_teardown'];

/** What was measured under the name, where timeit tells it; what it runs otherwise is the tool's default. */
function paramsOf(metadata: JsonRecord): [string, string][] {
  return statements.flatMap((key) => {
    const value = asText(field(metadata, key));
    return value === null || value === "'pass'" ? [] : [[key, value] as [string, string]];
  });
}

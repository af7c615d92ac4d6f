import { createFinding, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asArray, asCount, asRecord, asText, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Reading } from '../parsed.js';

export interface BenchRead {
  readings: Reading[];
  findings: Finding[];
}

const separator = ' > ';

/** Why Node left a benchmark out that was not asked for. */
const notAsked = ['name pattern', 'only'];

/** `bench:complete`, the end of one benchmark. One that was not asked for is left out. */
export function readComplete(data: unknown, file: string, position: FindingPosition): BenchRead {
  const benchmark = nameOf(data, file);
  const at = { ...position, benchmark: benchmark.id };
  const skip = field(data, 'skip') ?? null;
  if (skip !== null && skip !== false) return { readings: notAsked.includes(asText(skip) ?? '') ? [] : [{ ...failedReading(benchmark), status: 'skipped' }], findings: [] };
  const error = field(data, 'error') ?? null;
  if (error !== null) return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome: outcomeOf(error) }, at)] };
  const reading = readingOf(benchmark, asArray(field(data, 'samples')) ?? []);
  if (reading !== null) return { readings: [reading], findings: [] };
  const problem = 'the samples are missing, or "duration_ns" and "operations" of one are not whole numbers above zero';
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: 'node:bench', problem }, at)] };
}

/** `bench:diagnostic` with an error: a file that could not be loaded. */
export function readFileError(data: unknown, file: string, position: FindingPosition): BenchRead {
  const benchmark = benchmarkName({ id: file });
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome: outcomeOf(field(data, 'error')) }, { ...position, benchmark: benchmark.id })] };
}

/** The file, the suites and the name, then the parameters: benchmarks may differ by these alone. */
function nameOf(data: unknown, file: string): BenchmarkName {
  const path = (asArray(field(data, 'namePath')) ?? []).flatMap((part) => asText(part) ?? []);
  const params = Object.entries(asRecord(field(data, 'params')) ?? {}).map(([key, value]): [string, string] => [key, typeof value === 'string' ? value : JSON.stringify(value)]);
  const shown = params.length === 0 ? '' : ` [${params.map(([key, value]) => `${key}=${value}`).join(', ')}]`;
  const tags = (asArray(field(data, 'tags')) ?? []).flatMap((tag) => asText(tag) ?? []);
  return benchmarkName({ id: `${[file, ...path].join(separator)}${shown}`, name: path.at(-1) ?? file, group: [file, ...path.slice(0, -1)].join(separator), params, tags });
}

function readingOf(benchmark: BenchmarkName, samples: readonly unknown[]): Reading | null {
  const values = samples.map(timeOf).filter((value) => value !== null);
  if (values.length === 0 || values.length < samples.length) return null;
  const kind = samples.every((sample) => field(sample, 'operations') === 1) ? 'raw' : 'batch-mean';
  return { benchmark, status: 'ok', metric: { ...metricShapes.time, kind, ordered: true }, values, summary: null };
}

/** ns of one operation. The duration is text, since it may exceed what a number of JSON holds. */
function timeOf(sample: unknown): number | null {
  const operations = asCount(field(sample, 'operations'));
  const duration = asText(field(sample, 'duration_ns'));
  if (operations === null || operations === 0 || duration === null || !/^[1-9]\d{0,17}$/.test(duration)) return null;
  return rescale(Number(duration) / operations, 1);
}

function outcomeOf(error: unknown): string {
  const [name, message] = [asText(field(error, 'name')) ?? 'an error', asText(field(error, 'message'))];
  return `it threw ${name.slice(0, 128)}${message === null ? '' : `: ${(message.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 1024)}`}`;
}

import { createFinding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { embeddedJson } from '../embedded-json.js';
import { asArray, asNumbers, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { parseEach } from '../parse-each.js';
import { projectPaths } from '../project-paths.js';
import type { BenchmarkName, Parsed, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'Deno';
const separator = ' > ';
const start = /^\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"runtime"\s*:\s*"Deno\//m;

/**
 * `deno bench --json` (of 1.x without a version, of 2.x version 1): of each benchmark the mean time of an iteration in ns, over as many samples as Deno took; there are no samples, and no median. Other lines
 * may stand around the JSON: what benchmark files print. Absolute file: URLs are named by the path below the project's folder, else by as many last segments as tell them apart.
 */
export const deno: ToolAdapter = {
  tool: 'deno',
  title,
  traits: {
    versions: '1.x and 2.x',
    metrics: [{ ...metricShapes.time, kinds: ['batch-mean'] }],
    ordered: false,
    nesting: null,
    failure: 'a result that is "failed"',
    nothingRun: 'an empty list "benches"',
  },
  detects: looksLike(start),
  parse: (files) => parseEach(files, title, parseFile),
};

function parseFile(file: SourceFile): Parsed {
  const harness = { name: title, version: null, outputVersion: null };
  const json = parseJson(embeddedJson(file.text, start), file.path, title);
  if ('finding' in json) return { harness, readings: [], findings: [json.finding] };
  const version = field(json.value, 'version') ?? null;
  const benches = asArray(field(json.value, 'benches'));
  const told = { ...harness, version: versionOf(field(json.value, 'runtime')), outputVersion: version === null ? null : JSON.stringify(version).slice(0, 64) };
  const problem = benches === null ? 'there is no list of benches' : `version ${JSON.stringify(version).slice(0, 64)} is not known`;
  if (benches === null || (version !== null && version !== 1)) return { harness: told, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: file.path })] };
  return { harness: told, ...readBenches(benches, file) };
}

/** "Deno/2.9.6 x86_64-unknown-linux-gnu". */
function versionOf(runtime: unknown): string | null {
  return /^Deno\/(\S{1,64})/.exec(asText(runtime) ?? '')?.[1] ?? null;
}

type Read = Pick<Parsed, 'readings' | 'findings'>;

function readBenches(benches: readonly unknown[], { path: file, root }: SourceFile): Read {
  const origins = benches.map((bench) => asText(field(bench, 'origin')) ?? '');
  const names = projectPaths(origins.map((path) => ({ path })), root);
  const read = benches.map((bench, index) => readBench(bench, names.get(origins[index] ?? '') ?? '', { file, pointer: `/benches/${index}` }));
  return { readings: read.flatMap(({ readings }) => readings), findings: read.flatMap(({ findings }) => findings) };
}

function readBench(bench: unknown, path: string, position: FindingPosition): Read {
  const name = asText(field(bench, 'name'));
  if (name === null) return { readings: [], findings: [createFinding('BNL002', { tool: title, problem: 'a benchmark without a name' }, position)] };
  const group = [path, asText(field(bench, 'group'))].filter((part) => part !== null && part !== '').join(separator);
  const benchmark = benchmarkName({ id: group === '' ? name : `${group}${separator}${name}`, name, group: group === '' ? null : group });
  const results = asArray(field(bench, 'results')) ?? [];
  const failure = results.map((result) => field(result, 'failed')).find((failed) => failed !== undefined);
  return failure === undefined ? readMeans(results, benchmark, position) : failed(benchmark, failure, position);
}

function readMeans(results: readonly unknown[], benchmark: BenchmarkName, position: FindingPosition): Read {
  const values = asNumbers(results.map((result) => field(field(result, 'ok'), 'avg')), 0);
  if (values?.every((value) => value > 0)) return { readings: [{ benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'batch-mean', ordered: false }, values, summary: null }], findings: [] };
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL002', { tool: title, problem: 'a result without "avg", or one that is not above zero' }, { ...position, benchmark: benchmark.id })] };
}

function failed(benchmark: BenchmarkName, error: unknown, position: FindingPosition): Read {
  const [name, message] = [asText(field(error, 'name')) ?? 'an error', asText(field(error, 'message'))];
  const outcome = `it threw ${name.slice(0, 128)}${message === null ? '' : `: ${(message.split('\n')[0] ?? '').replace(/\.$/, '').slice(0, 1024)}`}`;
  return { readings: [failedReading(benchmark)], findings: [createFinding('BNL011', { command: benchmark.id, outcome }, { ...position, benchmark: benchmark.id })] };
}

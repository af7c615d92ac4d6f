import { createFinding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { fewSamples } from '../few-samples.js';
import { asNumber, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { metricShapes } from '../metric-shapes.js';
import { batchMetrics, batchReadings, readBatchTotals, type Amount } from './criterion-batches.js';
import type { BenchmarkName, Parsed, SourceFile, ToolAdapter } from '../parsed.js';
import { parseSources, type SourceReader } from '../source-reader.js';

const title = 'Criterion.rs';

/**
 * Criterion.rs 0.3 to 0.8, from its files `<CRITERION_HOME>/<group>/<function>/<value>/new/{benchmark,sample}.json`.
 * Only `new/` is this run's: base/, change/ and named baselines may stem from any earlier one. Benchmarks that were renamed leave a stale
 * `new/` as well, which nothing in the files tells: CRITERION_HOME must be empty before the run.
 */
export const criterion: ToolAdapter = {
  tool: 'criterion',
  title,
  traits: {
    versions: '0.3 to 0.8',
    metrics: batchMetrics,
    ordered: true,
    nesting: null,
    failure: 'a panic ends the run with code 101; files that are torn or missing',
    nothingRun: 'no folder named new',
  },
  detects: (files) => files.some(({ path }) => /(?:^|[/\\])new[/\\](?:benchmark|sample|estimates)\.json$/.test(path)),
  parse: (files) => parseSources(files, createSourceReader()),
  createSourceReader,
};

type RunRead = Pick<Parsed, 'readings' | 'findings'>;

interface Run {
  folder: string;
  benchmark: SourceFile | undefined;
  sample: SourceFile | undefined;
  /** Read as soon as both files are there; their texts are not kept. */
  read: RunRead | null;
}

/** Runs are the folders named new; they are told in a fixed order. */
function createSourceReader(): SourceReader {
  const runs = new Map<string, Run>();
  const runAt = (folder: string): Run => {
    const run = runs.get(folder) ?? { folder, benchmark: undefined, sample: undefined, read: null };
    runs.set(folder, run);
    return run;
  };
  return {
    wants: (path) => {
      const place = placeOf(path);
      if (place !== null) runAt(place.folder);
      return place?.name === 'benchmark' || place?.name === 'sample';
    },
    file: (source) => {
      const place = placeOf(source.path);
      const run = runAt(place?.folder ?? '');
      run[place?.name === 'benchmark' ? 'benchmark' : 'sample'] = source;
      if (run.benchmark === undefined || run.sample === undefined) return;
      run.read = readRun(run);
      run.benchmark = run.sample = undefined;
    },
    end: () => {
      const sorted = [...runs.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1)).map((run) => run.read ?? readRun(run));
      const readings = sorted.flatMap((run) => run.readings);
      return conclude({
        harness: { name: 'criterion', version: null, outputVersion: null },
        readings,
        findings: [...sorted.flatMap(({ findings }) => findings), ...fewSamples(readings)],
      });
    },
  };
}

/** Of `.../new/sample.json`: the folder named new, and "sample". */
function placeOf(path: string): { folder: string; name: string } | null {
  const [, folder, name] = /^((?:.*[/\\])?new)[/\\]([^/\\]+)\.json$/s.exec(path) ?? [];
  return folder === undefined || name === undefined ? null : { folder, name };
}

function readRun({ folder, benchmark, sample }: Run): RunRead {
  if (!benchmark) return unreadable(`${folder}/benchmark.json`, 'there is no benchmark.json beside the other files');
  const described = parseJson(benchmark.text, benchmark.path, title);
  if ('finding' in described) return { readings: [], findings: [described.finding] };
  const name = nameOf(described.value);
  if (name === null) return unreadable(benchmark.path, 'there is no full_id');
  if (!sample) return unreadable(`${folder}/sample.json`, 'there is no sample.json beside the other files', name);
  const measured = parseJson(sample.text, sample.path, title);
  if ('finding' in measured) return { readings: [failedReading(name)], findings: [{ ...measured.finding, benchmark: name.id }] };
  const totals = readBatchTotals(field(measured.value, 'iters'), field(measured.value, 'times'));
  if (totals === null) return unreadable(sample.path, 'iters and times must be lists of equal length, with numbers above zero', name);
  return { readings: batchReadings(name, totals, amountsOf(field(described.value, 'throughput'))), findings: [] };
}

function unreadable(file: string, problem: string, name?: BenchmarkName): RunRead {
  const position = name ? { file, benchmark: name.id } : { file };
  return { readings: name ? [failedReading(name)] : [], findings: [createFinding('BNL002', { tool: title, problem }, position)] };
}

/** The folder's name is cut and cleaned by Criterion; full_id is not. */
function nameOf(described: unknown): BenchmarkName | null {
  const id = asText(field(described, 'full_id'));
  if (id === null) return null;
  const group = asText(field(described, 'group_id'));
  const value = asText(field(described, 'value_str'));
  const within = [asText(field(described, 'function_id')), value].filter((part) => part !== null);
  if (group === null || within.length === 0) return benchmarkName({ id });
  return benchmarkName({ id, name: within.join('/'), group, params: value === null ? [] : [['value', value]] });
}

/** What one iteration works through. */
function amountsOf(throughput: unknown): Amount[] {
  const both = field(throughput, 'ElementsAndBytes');
  const amounts = [
    { shape: metricShapes.throughput, amount: field(throughput, 'Bytes') },
    { shape: metricShapes.throughput, amount: field(throughput, 'BytesDecimal') },
    { shape: metricShapes.throughput, amount: bytesOfBits(field(throughput, 'Bits')) },
    { shape: metricShapes.throughput, amount: field(both, 'bytes') },
    { shape: metricShapes.elementThroughput, amount: field(throughput, 'Elements') },
    { shape: metricShapes.elements, amount: field(both, 'elements') },
  ];
  return amounts.flatMap(({ shape, amount: told }) => {
    const amount = asNumber(told);
    return amount !== null && amount > 0 ? { shape, amount } : [];
  });
}

function bytesOfBits(bits: unknown): unknown {
  return typeof bits === 'number' ? bits / 8 : undefined;
}

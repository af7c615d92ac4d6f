import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asArray, asNumbers, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { hyperfineRunsOf, type HyperfineRuns } from './hyperfine-runs.js';
import { metricShapes } from '../metric-shapes.js';
import { looksLike } from '../looks-like.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile, ToolAdapter } from '../parsed.js';

const title = 'hyperfine';

/**
 * hyperfine's --export-json, 1.x (no schema_version; seconds; `command` holds the name given with -n) and 2.x (schema_version 2, one record per run).
 * A run that failed (--ignore-failure) makes its command failed; hyperfine itself would average it in.
 */
export const hyperfine: ToolAdapter = {
  tool: 'hyperfine',
  title,
  traits: {
    versions: '1.x and 2.x',
    metrics: [
      { ...metricShapes.time, kinds: ['raw'] },
      { ...metricShapes.user, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.system, kinds: ['raw', 'batch-mean'] },
      { ...metricShapes.memory, kinds: ['raw'] },
    ],
    ordered: true,
    nesting: null,
    failure: '"exit_codes" other than 0; an empty file where the first command failed',
    nothingRun: 'an empty list "results"',
  },
  // An empty list of results can stand deep inside of anybody's JSON.
  detects: looksLike(/"results"\s*:\s*\[\s*\{\s*"command"\s*:|^\s*\{\s*(?:"schema_version"[^[\]]*)?"results"\s*:\s*\[\s*\]/),
  parse: parseHyperfine,
};

function parseHyperfine(files: readonly SourceFile[]): Parsed {
  const parts = files.map(parseFile);
  const versions = new Set(parts.map(({ harness }) => harness.outputVersion));
  const harness = versions.size === 1 ? parts[0]?.harness : undefined;
  return conclude({
    harness: harness ?? { name: title, version: null, outputVersion: null },
    readings: parts.flatMap(({ readings }) => readings),
    findings: parts.flatMap(({ findings }) => findings),
  });
}

function parseFile(file: SourceFile): Parsed {
  const none = { name: title, version: null, outputVersion: null };
  if (file.text.trim() === '') {
    const problem = 'it is empty, as hyperfine leaves it when the first command fails';
    return { harness: none, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: file.path })] };
  }
  const json = parseJson(file.text, file.path, title);
  if ('finding' in json) return { harness: none, readings: [], findings: [json.finding] };
  const version = field(json.value, 'schema_version') ?? 1;
  const results = asArray(field(json.value, 'results'));
  const harness = { name: title, version: asText(field(field(json.value, 'metadata'), 'hyperfine_version')), outputVersion: JSON.stringify(version).slice(0, 64) };
  const problem = results === null ? 'there is no list of results' : `schema_version ${JSON.stringify(version)} is not known`;
  if (results === null || (version !== 1 && version !== 2)) {
    return { harness, readings: [], findings: [createFinding('BNL002', { tool: title, problem }, { file: file.path })] };
  }
  return { harness, ...readResults(results, version, file.path) };
}

function readResults(results: readonly unknown[], version: 1 | 2, file: string): Pick<Parsed, 'readings' | 'findings'> {
  const names = namesOf(results);
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  results.forEach((result, index) => {
    const pointer = `/results/${index}`;
    const benchmark = names[index];
    if (!benchmark) {
      findings.push(createFinding('BNL002', { tool: title, problem: 'a result without a command' }, { file, pointer }));
      return;
    }
    const runs = hyperfineRunsOf(result, version);
    const trouble = troubleOf(benchmark, runs);
    readings.push(...(trouble ? [failedReading(benchmark)] : readingsOf(benchmark, runs)));
    if (trouble) findings.push({ ...trouble, file, pointer, benchmark: benchmark.id });
  });
  return { readings, findings };
}

/** The name given with -n, else the command. One name over several parameter values is told apart by the values. */
function namesOf(results: readonly unknown[]): (BenchmarkName | null)[] {
  const told = results.map((result) => asText(field(result, 'name')) ?? asText(field(result, 'command')));
  return results.map((result, index) => {
    const name = told[index] ?? null;
    if (name === null) return null;
    const params = parametersOf(result);
    const shared = told.indexOf(name) !== told.lastIndexOf(name) && params.length > 0;
    const id = shared ? `${name} [${params.map(([key, value]) => `${key}=${value}`).join(', ')}]` : name;
    return benchmarkName({ id, name, params });
  });
}

/** 1.x: plain text; 2.x: `{value}`. */
function parametersOf(result: unknown): [string, string][] {
  return Object.entries(asRecord(field(result, 'parameters')) ?? {}).map(([key, written]) => {
    const value = field(written, 'value') ?? written;
    return [key, typeof value === 'string' ? value : JSON.stringify(value)];
  });
}

function troubleOf(benchmark: BenchmarkName, { times, exitCodes }: HyperfineRuns): Finding | null {
  const failures = exitCodes.filter((code) => code !== 0);
  if (failures.length > 0) {
    const codes = [...new Set(failures.map((code) => (typeof code === 'number' ? `exit code ${code}` : 'ended by a signal')))].slice(0, 5);
    const outcome = `${codes.join(', ')} in ${failures.length} of ${exitCodes.length} runs`;
    return createFinding('BNL011', { command: benchmark.id, outcome });
  }
  const seconds = asNumbers(times, 0);
  if (seconds === null) return createFinding('BNL002', { tool: title, problem: 'the times of the runs are missing or not numbers' });
  // It ran, and nothing is wrong with the file: its row fails, and what stands beside it is read.
  return seconds.includes(0) ? createFinding('BNL064', { command: benchmark.id }) : null;
}

function readingsOf(benchmark: BenchmarkName, runs: HyperfineRuns): Reading[] {
  const series = [
    { shape: metricShapes.time, values: nanoseconds(runs.times), kind: 'raw' },
    { shape: metricShapes.user, values: nanoseconds(runs.user), kind: runs.cpuTimesAreMeans ? 'batch-mean' : 'raw' },
    { shape: metricShapes.system, values: nanoseconds(runs.system), kind: runs.cpuTimesAreMeans ? 'batch-mean' : 'raw' },
    { shape: metricShapes.memory, values: asNumbers(runs.memory, 1), kind: 'raw' },
  ] as const;
  return series.flatMap(({ shape, values, kind }): Reading[] =>
    values === null ? [] : [{ benchmark, status: 'ok', metric: { ...shape, kind, ordered: true }, values, summary: null }],
  );
}

function nanoseconds(seconds: readonly unknown[]): number[] | null {
  return asNumbers(seconds, 0)?.map((value) => rescale(value, 1e9)) ?? null;
}

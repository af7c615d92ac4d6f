import { createFinding, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asArray, asText, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import { projectPaths } from '../project-paths.js';
import type { BenchmarkName, Parsed, Reading, SourceFile } from '../parsed.js';
import { readLatency } from './tinybench-latency.js';

const separator = ' > ';

type Read = Pick<Parsed, 'readings' | 'findings'>;

/**
 * `testResults` of Vitest 5: files, their tests, the benchmarks that each ran, and of each its tasks as tinybench leaves them. Numbers of a test that
 * failed are not used. Skipped tests are left out: one that a filter left out looks the same.
 */
export function readTests(files: readonly unknown[], { path: file, root }: SourceFile): Read {
  const paths = files.map((each) => asText(field(each, 'name')) ?? '');
  const names = projectPaths(paths.map((path) => ({ path })), root);
  const read = files.map((each, index) => readFile(each, names.get(paths[index] ?? '') ?? '', { file, pointer: `/testResults/${index}` }));
  return { readings: read.flatMap(({ readings }) => readings), findings: read.flatMap(({ findings }) => findings) };
}

function readFile(told: unknown, name: string, position: { file: string; pointer: string }): Read {
  const tests = asArray(field(told, 'assertionResults')) ?? [];
  if (tests.length === 0 && field(told, 'status') === 'failed') return failed([benchmarkName({ id: name })], outcomeOf([field(told, 'message')], 'loading it'), position);
  const read = tests.map((test, index) => readTest(test, name, { file: position.file, pointer: `${position.pointer}/assertionResults/${index}` }));
  return { readings: read.flatMap(({ readings }) => readings), findings: read.flatMap(({ findings }) => findings) };
}

function readTest(test: unknown, file: string, position: { file: string; pointer: string }): Read {
  const titles = [...(asArray(field(test, 'ancestorTitles')) ?? []), field(test, 'title')].flatMap((title) => asText(title) ?? []);
  const group = [file, ...titles].join(separator);
  const tasks = (asArray(field(test, 'benchmarks')) ?? []).flatMap((benchmark) => asArray(field(benchmark, 'tasks')) ?? []);
  const status = field(test, 'status');
  if (status === 'failed') {
    const whole = benchmarkName({ id: group, name: titles.at(-1) ?? group, group: [file, ...titles.slice(0, -1)].join(separator) });
    return failed(tasks.length === 0 ? [whole] : tasks.map((task) => nameOf(task, group)), outcomeOf(asArray(field(test, 'failureMessages')) ?? [], 'its test'), position);
  }
  if (status !== 'passed') return { readings: [], findings: [] };
  const read = tasks.map((task) => readTask(task, nameOf(task, group), position));
  return { readings: read.map(({ reading }) => reading), findings: read.flatMap(({ finding }) => finding ?? []) };
}

function nameOf(task: unknown, group: string): BenchmarkName {
  const name = asText(field(task, 'name')) ?? '';
  return benchmarkName({ id: `${group}${separator}${name}`, name, group });
}

function readTask(task: unknown, benchmark: BenchmarkName, position: FindingPosition): { reading: Reading; finding?: Finding } {
  const latency = readLatency(field(task, 'latency'));
  if (latency !== null) return { reading: { benchmark, status: 'ok', metric: { ...metricShapes.time, kind: latency.values === null ? 'summary' : 'raw', ordered: false }, ...latency } };
  const problem = '"latency" is missing, or its times are not above zero';
  return { reading: failedReading(benchmark), finding: createFinding('BNL002', { tool: 'Vitest', problem }, { ...position, benchmark: benchmark.id }) };
}

function failed(benchmarks: readonly BenchmarkName[], outcome: string, position: FindingPosition): Read {
  return {
    readings: benchmarks.map(failedReading),
    findings: benchmarks.map(({ id }) => createFinding('BNL011', { command: id, outcome }, { ...position, benchmark: id })),
  };
}

/** The first line of the first message, without colours. */
function outcomeOf(messages: readonly unknown[], what: string): string {
  const line = (asText(messages[0]) ?? '').replace(/\p{Cc}\[[\d;]*m/gu, '').split('\n').find((text) => text.trim() !== '');
  return line === undefined ? `${what} failed` : `${what} failed: ${line.trim().replace(/\.$/, '').slice(0, 1024)}`;
}

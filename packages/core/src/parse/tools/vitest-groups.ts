import { createFinding, type Finding, type FindingPosition, type Summary } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { failedReading } from '../conclude.js';
import { asArray, asCount, asNumber, asText, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import { projectPaths } from '../project-paths.js';
import { rescale } from '../rescale.js';
import type { BenchmarkName, Parsed, Reading, SourceFile } from '../parsed.js';

const separator = ' > ';

type Read = Pick<Parsed, 'readings' | 'findings'>;

/** A group of benchmarks: its file, and the names of the `describe`s around it. */
interface Group {
  path: string;
  /** The file's path as Vitest shows it, below its own root. */
  shownPath: string;
  describes: string[];
  benchmarks: readonly unknown[];
  pointer: string;
}

/** `files` of Vitest 2 to 4: `{filepath, groups: [{fullName: "src/a.bench.ts > sort", benchmarks}]}`, times in ms. Skipped benchmarks are absent. */
export function readGroups(files: readonly unknown[], { path: file, root }: SourceFile): Read {
  const groups = files.flatMap((each, index) => groupsOf(each, `/files/${index}`));
  const names = projectPaths(groups.map(({ path, shownPath }) => ({ path, shown: shownPath.split('/').length })), root);
  const read = groups.flatMap(({ path, describes, benchmarks, pointer }) => {
    const group = [names.get(path) ?? path, ...describes].join(separator);
    return benchmarks.map((each, index) => readBenchmark(each, group, { file, pointer: `${pointer}/benchmarks/${index}` }));
  });
  return { readings: read.flatMap(({ reading }) => reading ?? []), findings: read.flatMap(({ finding }) => finding ?? []) };
}

function groupsOf(file: unknown, pointer: string): Group[] {
  const path = asText(field(file, 'filepath')) ?? '';
  return (asArray(field(file, 'groups')) ?? []).map((group, index) => ({
    path,
    ...splitName(asText(field(group, 'fullName')) ?? path, path),
    benchmarks: asArray(field(group, 'benchmarks')) ?? [],
    pointer: `${pointer}/groups/${index}`,
  }));
}

/** "src/a.bench.ts > sort > big" -> the file's path, which ends its absolute one, and the rest. */
function splitName(fullName: string, path: string): Pick<Group, 'shownPath' | 'describes'> {
  const plain = path.replaceAll('\\', '/');
  const parts = fullName.split(separator);
  const end = parts.findIndex((_, index) => plain.endsWith(parts.slice(0, index + 1).join(separator).replace(/^(?:\.\.?\/)+/, '')));
  const first = end === -1 ? 1 : end + 1;
  return { shownPath: parts.slice(0, first).join(separator), describes: parts.slice(first) };
}

function readBenchmark(told: unknown, group: string, position: FindingPosition): { reading?: Reading; finding?: Finding } {
  const name = asText(field(told, 'name'));
  if (name === null) return { finding: createFinding('BNL002', { tool: 'Vitest', problem: 'a benchmark without a name' }, position) };
  const benchmark = benchmarkName({ id: `${group}${separator}${name}`, name, group });
  const summary = summaryOf(told);
  if (summary !== null) return { reading: { benchmark, status: 'ok', metric: { ...metricShapes.time, kind: 'summary', ordered: false }, values: null, summary } };
  return { reading: failedReading(benchmark), finding: troubleOf(told, benchmark, position) };
}

/** Vitest says nothing else of a benchmark that threw, and ends with 0. */
function troubleOf(told: unknown, { id }: BenchmarkName, position: FindingPosition): Finding {
  const at = { ...position, benchmark: id };
  if (field(told, 'mean') === undefined) return createFinding('BNL011', { command: id, outcome: 'it has no numbers, as Vitest leaves a benchmark that threw' }, at);
  return createFinding('BNL002', { tool: 'Vitest', problem: '"median" or "sampleCount" is missing, or not above zero' }, at);
}

function summaryOf(told: unknown): Summary | null {
  const at = (key: string): number | null => {
    const ms = asNumber(field(told, key));
    return ms === null || ms < 0 ? null : rescale(ms, 1e6);
  };
  const n = asCount(field(told, 'sampleCount'));
  const p50 = at('median');
  if (n === null || n === 0 || p50 === null || p50 === 0) return null;
  return { n, min: at('min'), p50, p95: null, p99: at('p99'), max: at('max'), mean: at('mean'), stddev: at('sd'), mad: null };
}

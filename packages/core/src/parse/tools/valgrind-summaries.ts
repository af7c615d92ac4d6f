import { createFinding, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asArray, asRecord, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { positionIn, type LinePlace, type LineReader } from '../line-reader.js';
import type { BenchmarkName, Reading } from '../parsed.js';
import { readValgrindMetrics } from './valgrind-metrics.js';

/** Of the two names of one tool: iai-callgrind until 2025, gungraun since. */
export interface ValgrindTool {
  title: string;
  versions: readonly ('6' | '7')[];
  /** The other one, and what in its output says so. */
  other: { tool: string; sign: RegExp };
}

/** What output of version 6 tells of who wrote it: the argument that library benchmarks are started with, and the folder of results. */
export const iaiSign = /--iai-run\b|[\\/]target[\\/](?:[^"\\/]+[\\/])?iai[\\/]/;
export const gungraunSign = /--gungraun-run\b|[\\/]target[\\/](?:[^"\\/]+[\\/])?gungraun[\\/]|"duration_ns"\s*:/;

/** A printed summary over several lines is held; no real one is longer. */
const longestSummary = 16 * 1024 * 1024;

/**
 * Reads the summaries of benchmarks, as `--output-format=json` prints them one a line, as `pretty-json` does, or as summary.json holds one. Lines that are none
 * are the benchmarks' own. Only the values of this run are read: what they were compared with is whatever ran before, also a regressed run.
 */
export function createSummaryReader(tool: ValgrindTool): LineReader {
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  const versions = new Set<string>();
  let open: { place: LinePlace; lines: string[]; length: number } | null = null;

  const read = (text: string, place: LinePlace): void => {
    const summary = readSummary(text, tool, place);
    if (summary.version !== null) versions.add(summary.version);
    readings.push(...summary.readings);
    findings.push(...summary.findings);
  };
  const close = (): void => {
    if (open !== null) read(open.lines.join('\n'), open.place);
    open = null;
  };

  return {
    line(text, place) {
      if (open !== null && open.place.file !== place.file) close();
      if (open !== null) {
        open.lines.push(text);
        open.length += text.length;
        if (/^\}\s*$/.test(text) || open.length > longestSummary) close();
      } else if (/^\ufeff?\{\s*$/.test(text)) {
        open = { place, lines: [text], length: text.length };
      } else if (text.includes('"module_path"') || text.includes('"benchmark_exe"')) {
        read(text, place);
      }
    },
    end() {
      close();
      const [version = null] = versions;
      return conclude({ harness: { name: tool.title, version: null, outputVersion: versions.size === 1 ? version : null }, readings, findings });
    },
  };
}

interface Summary {
  version: string | null;
  readings: Reading[];
  findings: Finding[];
}

function readSummary(text: string, { title, versions, other }: ValgrindTool, place: LinePlace): Summary {
  const problem = (what: string, position: FindingPosition = positionIn(place)): Summary => ({ version: null, readings: [], findings: [createFinding('BNL002', { tool: title, problem: what }, position)] });
  const json = parseJson(text, place.file, title);
  if ('finding' in json) return { version: null, readings: [], findings: [{ ...json.finding, file: place.file, line: place.line + (json.finding.line ?? 1) - 1 }] };
  const name = nameOf(json.value);
  if (name === null) return problem('a summary without a module_path');
  const told = asText(field(json.value, 'version'));
  if (other.sign.test(text)) return problem(`it was written by ${other.tool}: read it with --tool ${other.tool}`);
  const version = versions.find((known) => known === told);
  if (version === undefined) return problem(`version ${JSON.stringify(told)} of its summaries is not known`, { ...positionIn(place), benchmark: name.id });
  const metrics = readValgrindMetrics(asArray(field(json.value, 'profiles')) ?? [], version);
  if (metrics === null || metrics.length === 0) {
    const finding = problem(metrics === null ? 'a value is no number of events' : 'no profile has a value of this run', { ...positionIn(place), benchmark: name.id });
    return { ...finding, version, readings: [failedReading(name)] };
  }
  return { version, findings: crossedLimits(json.value, version).map((limit) => createFinding('BNL036', { tool: title, limit }, { ...positionIn(place), benchmark: name.id })), readings: metrics.map(({ shape, value }) => readingOf(name, shape, value)) };
}

/** Limits that the benchmark itself sets in absolute numbers. Those in percent compare with an earlier run, and are not ours. */
function crossedLimits(summary: unknown, version: '6' | '7'): string[] {
  return (asArray(field(summary, 'profiles')) ?? []).flatMap((profile) => {
    const total = field(field(profile, version === '6' ? 'summaries' : 'data'), 'total');
    return (asArray(field(total, 'regressions')) ?? []).flatMap((regression) => {
      const hard = field(regression, 'Hard');
      return hard === undefined ? [] : [`${plain(field(hard, 'metric'))} is ${plain(field(hard, 'new'))}, beyond ${plain(field(hard, 'limit'))}`];
    });
  });
}

/** What is inside `{"Callgrind": "Ir"}` and `{"Int": 10}`; the value itself where it is no object. */
function plain(value: unknown): string {
  const [inner = value] = Object.values(asRecord(value) ?? {});
  return String(typeof inner === 'string' || typeof inner === 'number' ? inner : JSON.stringify(inner)).slice(0, 64);
}

function readingOf(benchmark: BenchmarkName, shape: Pick<NonNullable<Reading['metric']>, 'name' | 'unit' | 'direction'>, value: number): Reading {
  return { benchmark, status: 'ok', metric: { ...shape, kind: 'exact', ordered: false }, values: [value], summary: null };
}

/** `file::group::function` and the id; both are names of the source, none a path of the machine. */
function nameOf(summary: unknown): BenchmarkName | null {
  const path = asText(field(summary, 'module_path'));
  if (path === null) return null;
  const id = asText(field(summary, 'id'));
  const parts = path.split('::');
  const name = [parts.pop(), ...(id === null ? [] : [id])].join('::');
  return benchmarkName({ id: [...parts, name].join('::'), name, group: parts.length === 0 ? null : parts.join('::') });
}

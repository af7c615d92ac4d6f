import { createFinding, type Finding, type FindingPosition } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { asNumber } from '../fields.js';
import { parseLines, positionIn, type LinePlace, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { BenchmarkName, Reading, ToolAdapter } from '../parsed.js';
import { parseLibtestLine, type LibtestLine } from './libtest-lines.js';

const title = 'libtest';

/**
 * Lines `test NAME ... bench: 1,234.56 ns/iter (+/- 7.8) = 90 MB/s`, as Rust's own test harness prints them (`#[bench]`), the crate bencher, and Criterion with
 * `--output-format bencher`. The number is a median. What stands behind +/- is another thing in each (max - min, or a standard deviation) and is not read.
 */
export const libtest: ToolAdapter = {
  tool: 'libtest',
  title,
  traits: {
    versions: 'lines of Rust\'s test harness, of the crate bencher, of Criterion\'s `--output-format bencher`',
    metrics: [
      { ...metricShapes.time, kinds: ['summary'] },
      { ...metricShapes.throughput, kinds: ['summary'] },
    ],
    ordered: false,
    nesting: null,
    failure: 'FAILED behind the name; ignored benchmarks look like unit tests and are passed over',
    nothingRun: 'no line with "bench:"',
  },
  detects: looksLike(/(?:\.\.\. |^)bench: +[\d,.]+ ns\/iter \(\+\/-|^test result: .*; [1-9]\d* measured\b/m),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

function createReader(): LineReader {
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  let open: { name: string; place: LinePlace } | null = null;
  let count = 0;

  const fail = (benchmark: BenchmarkName, finding: Finding, place: LinePlace): void => {
    readings.push(failedReading(benchmark));
    findings.push({ ...finding, ...positionIn(place), benchmark: benchmark.id });
  };
  /** A benchmark whose line was torn and whose number never came. */
  const close = (): void => {
    if (open !== null) fail(nameOf(open.name), unreadable('what was printed between its name and its number tore the line'), open.place);
    open = null;
  };
  const number = ({ name: told, time, rate }: LibtestLine & { kind: 'number' }, place: LinePlace): void => {
    const name = told ?? open?.name;
    if (told === null) open = null;
    count += 1;
    if (name === undefined) return void findings.push(unreadable('a number whose benchmark\'s name is missing', positionIn(place)));
    const read = readNumbers(nameOf(name), time, rate);
    if (typeof read === 'string') fail(nameOf(name), unreadable(read), place);
    else readings.push(...read);
  };
  const name = ({ name, rest }: LibtestLine & { kind: 'name' }, place: LinePlace): void => {
    if (rest === 'FAILED') fail(nameOf(name), createFinding('BNL011', { command: nameOf(name).id, outcome: 'it panicked' }), place);
    else if (!/^(?:ok|ignored)\b/.test(rest)) open = { name, place };
  };
  const result = ({ measured }: LibtestLine & { kind: 'result' }, place: LinePlace): void => {
    if (measured > count) findings.push(unreadable(`of ${measured} benchmarks that were measured ${count} could be read`, positionIn(place)));
    count = 0;
  };

  return {
    line(text, place) {
      const line = parseLibtestLine(text);
      if (line === null) return;
      if (line.kind === 'torn') return void findings.push(unreadable('something else stands in the line of a benchmark', positionIn(place)));
      if (line.kind !== 'number' || line.name !== null) close();
      if (line.kind === 'number') number(line, place);
      else if (line.kind === 'name') name(line, place);
      else result(line, place);
    },
    end() {
      close();
      return conclude({ harness: { name: title, version: null, outputVersion: null }, readings, findings });
    },
  };
}

function unreadable(problem: string, position?: FindingPosition): Finding {
  return createFinding('BNL002', { tool: title, problem }, position);
}

function nameOf(told: string): BenchmarkName {
  const parts = told.split('::');
  const name = parts.pop() ?? told;
  return benchmarkName({ id: told, name: name === '' ? told : name, group: parts.length === 0 ? null : parts.join('::') });
}

function readNumbers(benchmark: BenchmarkName, time: string, rate: string | undefined): Reading[] | string {
  const ns = numberOf(time);
  if (ns === null) return 'its time is no number';
  if (ns === 0) return 'an iteration takes no time at all: it never called iter, or the compiler removed what it measures';
  const megabytes = rate === undefined ? null : numberOf(rate);
  return [
    readingOf(benchmark, 'time', ns),
    // Rounded down: 0 MB/s is any rate below one.
    ...(megabytes === null || megabytes === 0 ? [] : [readingOf(benchmark, 'throughput', megabytes * 1e6)]),
  ];
}

/** Thousands are set apart by commas; newer versions of Rust give two decimals. */
function numberOf(text: string): number | null {
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? asNumber(Number(text.replaceAll(',', ''))) : null;
}

/** How many runs are behind the median is not told: it counts as one. */
function readingOf(benchmark: BenchmarkName, shape: 'time' | 'throughput', p50: number): Reading {
  const summary = { n: 1, min: null, p50, p95: null, p99: null, max: null, mean: null, stddev: null, mad: null };
  return { benchmark, status: 'ok', metric: { ...metricShapes[shape], kind: 'summary', ordered: false }, values: null, summary };
}

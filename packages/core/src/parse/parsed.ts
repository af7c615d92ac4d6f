import type { DeclaredLimit, Direction, Finding, MetricKind, Summary, ToolName } from '../model/index.js';
import type { LineReader } from './line-reader.js';
import type { SourceReader } from './source-reader.js';
import type { ToolTraits } from './tool-traits.js';

/** A file of a tool's output: its path as it is shown in findings, and its text. */
export interface SourceFile {
  path: string;
  text: string;
  /** Absolute folder of the project, links resolved: what a tool names by absolute paths is named by the path below it. Absent: not known. */
  root?: string;
}

/** Who was measured. */
export interface BenchmarkName {
  /** Unique in a run of the tool. */
  id: string;
  name: string;
  group: string | null;
  params: Record<string, string>;
  tags: string[];
}

/** One metric of one benchmark as one run of a tool gave it; numbers are in the normalised `unit`. */
export interface Reading {
  benchmark: BenchmarkName;
  status: 'ok' | 'failed' | 'skipped';
  metric: { name: string; unit: string; direction: Direction; kind: MetricKind; ordered: boolean } | null;
  /** The values behind the summary, in the order measured if `ordered`; null where the tool gives none. */
  values: number[] | null;
  /**
   * How many of the values, one after another, each process of the run gave (JMH's forks, pyperf's workers): each counts as a round.
   * Absent: all are of one process. The counts add up to the number of values.
   */
  processes?: readonly number[];
  /** The tool's own summary; null where `values` say it all. */
  summary: Summary | null;
  /** Objectives that the benchmark's source sets itself; on one of its readings is enough. */
  limits?: readonly DeclaredLimit[];
}

/** What reading a tool's output gave. Bad input is a finding with its position, never an exception. */
export interface Parsed {
  harness: { name: string; version: string | null; outputVersion: string | null };
  readings: Reading[];
  findings: Finding[];
}

/** Reads one tool's output. */
export interface ToolAdapter {
  tool: ToolName;
  /** As users write it: Criterion.rs, hyperfine. */
  title: string;
  /** What its output holds; each reading keeps to it. */
  traits: ToolTraits;
  /** Whether the files look like this tool's output (`ingest --tool auto`). */
  detects(files: readonly SourceFile[]): boolean;
  parse(files: readonly SourceFile[]): Parsed;
  /** Where the output can be read line by line, so that it need not be held whole: gives what `parse` gives. */
  createReader?(): LineReader;
  /** Where the output is a folder of many files: gives what `parse` gives. */
  createSourceReader?(): SourceReader;
}

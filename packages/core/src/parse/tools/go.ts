import { parseLines, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { ToolAdapter } from '../parsed.js';
import { GoReader } from './go-events.js';
import { GoExportReader } from './go-export-reader.js';
import { goTitle } from './go-readings.js';

const createReader = (): LineReader => new GoExportReader(new GoReader());

/**
 * Benchmarks of Go's testing package: the text of go test -bench, the events of go test -json, and the benchmark format of golang.org/x/perf
 * (design document 14313) whoever wrote it. Each line is a mean over its iterations; repeats (-count) are values of one process, in order, and a
 * heading that stands again begins another process.
 */
export const go: ToolAdapter = {
  tool: 'go',
  title: goTitle,
  traits: {
    versions: 'text of go test -bench, go test -json, and the benchmark format of golang.org/x/perf',
    metrics: [
      { ...metricShapes.time, kinds: ['batch-mean'] },
      { ...metricShapes.allocated, kinds: ['exact', 'batch-mean'] },
      { ...metricShapes.allocations, kinds: ['exact', 'batch-mean'] },
      { ...metricShapes.throughput, kinds: ['batch-mean'] },
      { name: null, unit: null, direction: 'told', kinds: ['batch-mean', 'exact'] },
    ],
    ordered: true,
    nesting: 'process',
    failure: '"--- FAIL: Benchmark…", a panic, or a result line that other output has torn; "--- SKIP: Benchmark…" with -v alone',
    nothingRun: '"PASS" and "no test files", exit code 0',
  },
  detects: looksLike(
    /^(?:Benchmark(?![a-z])\S*[ \t]+\d+[ \t]+[-+.\d]\S*[ \t]+[^\s\d]|(?:goos|pkg): |(?:ok|FAIL|\?)[ \t]{1,4}\S+[ \t]+(?:\d|\[|\()|Unit \S+ .*=|--- (?:FAIL|SKIP|BENCH): Benchmark|\{(?=[^\n]*"Action":")(?=[^\n]*"(?:Package|ImportPath)":"))/m,
  ),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

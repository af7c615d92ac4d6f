import { looksLike } from '../looks-like.js';
import { parseLines, type LineReader } from '../line-reader.js';
import type { ToolAdapter } from '../parsed.js';
import { valgrindShapes } from './valgrind-metrics.js';
import { createSummaryReader, gungraunSign, iaiSign } from './valgrind-summaries.js';

const title = 'gungraun';
const beginsLikeSummary = looksLike(/^\s*\{\s*"baselines"\s*:\s*\[[^]*?"benchmark_exe"\s*:/m);
const isGungraun = looksLike(gungraunSign);

/**
 * Summaries of gungraun, as iai-callgrind is called since 0.17: version 6, and version 7 from 0.19.3. Exact counts of one run under valgrind; values of
 * `perf`, which are not, are not read. A benchmark is known by `module_path` and `id` alone, no path.
 */
export const gungraun: ToolAdapter = {
  tool: 'gungraun',
  title,
  traits: {
    versions: 'summaries of version 6 and 7 (0.17 to 0.20)',
    metrics: valgrindShapes.map((shape) => ({ ...shape, kinds: ['exact'] })),
    ordered: false,
    nesting: null,
    failure: 'a benchmark that fails ends the run with code 1, and its summary is missing',
    nothingRun: 'no summary at all',
  },
  detects: (files) => beginsLikeSummary(files) && isGungraun(files),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

function createReader(): LineReader {
  return createSummaryReader({ title, versions: ['6', '7'], other: { tool: 'iai-callgrind', sign: iaiSign } });
}

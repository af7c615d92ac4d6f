import { looksLike } from '../looks-like.js';
import { parseLines, type LineReader } from '../line-reader.js';
import type { ToolAdapter } from '../parsed.js';
import { valgrindShapes } from './valgrind-metrics.js';
import { createSummaryReader, gungraunSign } from './valgrind-summaries.js';

const title = 'iai-callgrind';
const beginsLikeSummary = looksLike(/^\s*\{\s*"baselines"\s*:\s*\[[^]*?"benchmark_exe"\s*:/m);
const isGungraun = looksLike(gungraunSign);

/**
 * Summaries of version 6, as iai-callgrind 0.16 writes them: exact counts of one run under valgrind. Absolute paths stand beside them (`benchmark_exe`,
 * `benchmark_file`, `details`); a benchmark is known by `module_path` and `id` alone.
 */
export const iaiCallgrind: ToolAdapter = {
  tool: 'iai-callgrind',
  title,
  traits: {
    versions: 'summaries of version 6 (0.16)',
    metrics: valgrindShapes.map((shape) => ({ ...shape, kinds: ['exact'] })),
    ordered: false,
    nesting: null,
    failure: 'a benchmark that fails ends the run with code 1, and its summary is missing',
    nothingRun: 'no summary at all',
  },
  detects: (files) => beginsLikeSummary(files) && !isGungraun(files),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

function createReader(): LineReader {
  return createSummaryReader({ title, versions: ['6'], other: { tool: 'gungraun', sign: gungraunSign } });
}

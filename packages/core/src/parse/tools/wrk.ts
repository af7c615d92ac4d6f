import { parseLines } from '../line-reader.js';
import { loadMetrics } from '../load-run.js';
import type { ToolAdapter } from '../parsed.js';
import { createWrkReader, wrkFlavour } from './wrk-reader.js';

/**
 * wrk's text (4.x). Scaled numbers become ns and B/s; KB and MB are 1024-based. Latency is read where wrk was asked for percentiles (--latency).
 * A run with one socket error or one answer that is neither 2xx nor 3xx has failed, although wrk ends with 0.
 */
export const wrk: ToolAdapter = {
  tool: 'wrk',
  title: 'wrk',
  traits: {
    versions: '4.x, text',
    metrics: loadMetrics,
    ordered: false,
    nesting: null,
    failure: 'a line "Socket errors" or "Non-2xx or 3xx responses", 0 requests, or no "Requests/sec"',
    nothingRun: 'no line "Running ... test @ URL"',
  },
  detects: (files) => wrkFlavour(files) === 'wrk',
  parse: (files) => parseLines(files, createWrkReader('wrk')),
  createReader: () => createWrkReader('wrk'),
};

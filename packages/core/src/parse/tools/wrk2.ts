import { parseLines } from '../line-reader.js';
import { loadMetrics } from '../load-run.js';
import type { ToolAdapter } from '../parsed.js';
import { createWrkReader, wrkFlavour } from './wrk-reader.js';

/**
 * wrk2's text: wrk at a constant rate (-R), its latency corrected for requests that started late. Percentiles come from its HdrHistogram (--latency), of
 * which only what follows 10 s of calibration counts; a shorter run has no such part and prints -nan for its rates, which are not read.
 */
export const wrk2: ToolAdapter = {
  tool: 'wrk2',
  title: 'wrk2',
  traits: {
    versions: '4.0.0 of giltene/wrk2, text',
    metrics: loadMetrics,
    ordered: false,
    nesting: null,
    failure: 'a line "Socket errors" or "Non-2xx or 3xx responses", 0 requests, or no "Requests/sec"',
    nothingRun: 'no line "Running ... test @ URL"',
  },
  detects: (files) => wrkFlavour(files) === 'wrk2',
  parse: (files) => parseLines(files, createWrkReader('wrk2')),
  createReader: () => createWrkReader('wrk2'),
};

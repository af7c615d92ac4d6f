import { createFinding, type Finding } from '../../model/index.js';
import { warnOfCoarseClock } from '../coarse-clock.js';
import { conclude } from '../conclude.js';
import { field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { parseLines, type LinePlace, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import type { Parsed, ToolAdapter } from '../parsed.js';
import { createBenchRun } from './node-bench-run.js';

const title = 'node:bench';

/**
 * `node --bench --bench-reporter=json` of Node 26.9 and newer: an event a line. A sample is `duration_ns`, text, over `operations`, in the order measured; the summary's rates,
 * of which more is better, are not read. Absolute paths are named by the path below the project's folder, else by as many last segments as tell files apart.
 */
export const nodeBench: ToolAdapter = {
  tool: 'node-bench',
  title,
  traits: {
    versions: 'Node 26.9 and newer',
    metrics: [{ ...metricShapes.time, kinds: ['raw', 'batch-mean'] }],
    ordered: true,
    nesting: null,
    failure: '"bench:complete" with an "error"; a diagnostic with one, of a file that could not be loaded',
    nothingRun: 'every "bench:complete" skipped by "name pattern"',
  },
  detects: looksLike(/^\s*\{"type":"bench:(?:plan|diagnostic|start|complete|summary)"/),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

/** An event that says what others say again, by the beginning of its line. */
const needless = /^\{"type":"bench:(?:sample|start)"/;

function createReader(): LineReader {
  const run = createBenchRun();
  const findings: Finding[] = [];
  let lastFile: string | null = null;
  const readEvent = (text: string, place: LinePlace): void => {
    const json = parseJson(text, place.file, title);
    if ('value' in json) run.event(field(json.value, 'type'), field(json.value, 'data'), place);
    else findings.push({ ...json.finding, line: place.line });
  };
  return {
    line(text, place) {
      lastFile = place.file;
      // Node puts what benchmarks print into events; other lines are of whatever started Node.
      if (/^\ufeff?\{"type":"bench:/.test(text) && !needless.test(text)) readEvent(text, place);
    },
    end() {
      const read = run.end();
      const parsed: Parsed = { harness: { name: title, version: null, outputVersion: null }, readings: read.readings, findings: [...findings, ...read.findings] };
      if (read.sawEvents || lastFile === null) return conclude(lastFile === null ? parsed : warnOfCoarseClock(parsed, lastFile));
      return conclude({ ...parsed, findings: [...findings, createFinding('BNL002', { tool: title, problem: 'there is no event of a benchmark' }, { file: lastFile })] });
    },
  };
}

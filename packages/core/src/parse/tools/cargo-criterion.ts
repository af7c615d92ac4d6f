import { createFinding, type Finding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { conclude, failedReading } from '../conclude.js';
import { fewSamples } from '../few-samples.js';
import { asArray, asNumber, asText, field } from '../fields.js';
import { parseJson } from '../json-text.js';
import { parseLines, positionIn, type LinePlace, type LineReader } from '../line-reader.js';
import { looksLike } from '../looks-like.js';
import { metricShapes } from '../metric-shapes.js';
import { batchMetrics, batchReadings, readBatchTotals, type Amount } from './criterion-batches.js';
import type { Reading, ToolAdapter } from '../parsed.js';

const title = 'cargo-criterion';

/**
 * Messages of `cargo criterion --message-format=json` (1.1), a JSON object a line: those with the reason `benchmark-complete`. `group-complete` names benchmarks
 * that earlier runs have measured too, and `change`, whose unit says % of what is a fraction, compares with whatever ran before: neither is read.
 */
export const cargoCriterion: ToolAdapter = {
  tool: 'cargo-criterion',
  title,
  traits: {
    versions: '1.1',
    metrics: batchMetrics,
    ordered: true,
    nesting: null,
    failure: 'a panic ends the run with a code other than 0, and its message is missing',
    nothingRun: 'no message `benchmark-complete`',
  },
  detects: looksLike(/^\s*\{\s*"reason"\s*:\s*"(?:benchmark|group)-complete"/m),
  parse: (files) => parseLines(files, createReader()),
  createReader,
};

function createReader(): LineReader {
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  return {
    line(text, place) {
      // Benchmarks may print lines of their own; a message that such a line tears is no JSON.
      if (!text.includes('"benchmark-complete"')) return;
      const message = readMessage(text, place);
      readings.push(...message.readings);
      findings.push(...message.findings);
    },
    end: () => conclude({ harness: { name: title, version: null, outputVersion: null }, readings, findings: [...findings, ...fewSamples(readings)] }),
  };
}

function readMessage(text: string, place: LinePlace): { readings: Reading[]; findings: Finding[] } {
  const unreadable = (problem: string, benchmark?: string): Finding => createFinding('BNL002', { tool: title, problem }, { ...positionIn(place), ...(benchmark === undefined ? {} : { benchmark }) });
  const json = parseJson(text, place.file, title);
  if ('finding' in json) return { readings: [], findings: [{ ...json.finding, ...positionIn(place) }] };
  if (field(json.value, 'reason') !== 'benchmark-complete') return { readings: [], findings: [] };
  const id = asText(field(json.value, 'id'));
  if (id === null) return { readings: [], findings: [unreadable('a message without an id')] };
  const benchmark = benchmarkName({ id });
  const fail = (problem: string): { readings: Reading[]; findings: Finding[] } => ({ readings: [failedReading(benchmark)], findings: [unreadable(problem, benchmark.id)] });
  const unit = field(json.value, 'unit');
  if (unit !== 'ns') return fail(`it is measured in ${JSON.stringify(unit ?? null).slice(0, 64)}, which is no time`);
  const totals = readBatchTotals(field(json.value, 'iteration_count'), field(json.value, 'measured_values'));
  if (totals === null) return fail('iteration_count and measured_values must be lists of equal length, with numbers above zero');
  return { readings: batchReadings(benchmark, totals, amountsOf(field(json.value, 'throughput'))), findings: [] };
}

/** `[{"per_iteration": 1024, "unit": "bytes"}]`; elements beside bytes are a metric of their own. */
function amountsOf(throughput: unknown): Amount[] {
  const told = asArray(throughput) ?? [];
  const alone = !told.some((each) => field(each, 'unit') === 'bytes');
  return told.flatMap((each) => {
    const amount = asNumber(field(each, 'per_iteration'));
    const unit = field(each, 'unit');
    const shape = unit === 'bytes' ? metricShapes.throughput : unit === 'elements' ? (alone ? metricShapes.elementThroughput : metricShapes.elements) : null;
    return shape === null || amount === null || amount <= 0 ? [] : [{ shape, amount }];
  });
}

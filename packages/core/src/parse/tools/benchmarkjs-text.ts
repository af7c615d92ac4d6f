import { createFinding } from '../../model/index.js';
import { benchmarkName } from '../benchmark-name.js';
import { asNumber } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import { rescale } from '../rescale.js';
import type { Parsed, Reading } from '../parsed.js';

/** The sign before the percentage may have been torn by a wrong character set. */
const result = /^(.+) x ([\d,]+(?:\.\d+)?) ops\/sec .{1,8}% \(\d+ runs? sampled\)\s*$/;

/**
 * Lines of Benchmark.js for people: "RegExp#test x 33,294,783 ops/sec ±43.43% (7 runs sampled)". Its rate is one over the mean of the samples, so that one over the rate
 * is this mean: one value. A benchmark that failed is a line like any other ("name: ") and is not seen.
 */
export function readTextLines(lines: readonly string[], file: string): Pick<Parsed, 'readings' | 'findings'> {
  const readings = lines.flatMap((line) => readLine(line));
  const problem = 'there is neither JSON of benchmarks nor a line "NAME x RATE ops/sec ±RME% (N runs sampled)"';
  return { readings, findings: readings.length > 0 ? [] : [createFinding('BNL002', { tool: 'Benchmark.js', problem }, { file })] };
}

function readLine(line: string): Reading[] {
  const [, name, written] = result.exec(line.slice(0, 10_000)) ?? [];
  const rate = asNumber(Number((written ?? '').replaceAll(',', '')));
  if (name === undefined || rate === null || rate <= 0) return [];
  return [{ benchmark: benchmarkName({ id: name }), status: 'ok', metric: { ...metricShapes.time, kind: 'batch-mean', ordered: true }, values: [rescale(1e9 / rate, 1)], summary: null }];
}

import type { Metric } from '../../model/index.js';
import { convertRows, type Outcome } from './exported-rows.js';
import type { ExportRenderer } from './exported.js';

/** Bencher's own measures and their units; of any other metric the measure's name tells the unit, since the format has no place for it. */
const builtIn: ReadonlyMap<string, { measure: string; perUnit: number }> = new Map([
  ['time ns', { measure: 'latency', perUnit: 1 }],
  ['throughput ops/s', { measure: 'throughput', perUnit: 1 }],
  ['build-time ns', { measure: 'build-time', perUnit: 1e-9 }],
  ['file-size B', { measure: 'file-size', perUnit: 1 }],
  ['instructions count', { measure: 'instructions', perUnit: 1 }],
  ['estimated-cycles count', { measure: 'estimated-cycles', perUnit: 1 }],
]);

/** Bencher's limit of a measure's name. */
const longestMeasure = 64;

interface Entry {
  benchmark: string;
  measure: string;
  value: { value: number; lower_value?: number; upper_value?: number };
}

/**
 * Bencher Metric Format: `{benchmark: {measure: {value, lower_value, upper_value}}}`. The value is the median; the bounds are the least and the largest value where they are
 * known. Measures of Bencher's own have its names and units, the others are called "memory (B)".
 */
export const renderBmf: ExportRenderer = (report) => {
  const seen = new Set<string>();
  const { items, leftOut } = convertRows(report, ({ name, metric }): Outcome<Entry> => {
    const { measure, value } = measureOf(metric);
    const key = JSON.stringify([name, measure]);
    if (measure.length > longestMeasure) return { because: `Bencher takes ${longestMeasure} characters for a measure's name` };
    if (seen.has(key)) return { because: 'another one has this name there' };
    seen.add(key);
    return { item: { benchmark: name, measure, value } };
  });
  const benchmarks = new Map<string, [string, Entry['value']][]>();
  for (const { benchmark, measure, value } of items) benchmarks.set(benchmark, [...(benchmarks.get(benchmark) ?? []), [measure, value]]);
  const document = Object.fromEntries([...benchmarks].map(([name, measures]) => [name, Object.fromEntries(measures)]));
  return { text: `${JSON.stringify(document, null, 2)}\n`, leftOut };
};

function measureOf({ name, unit, summary }: Metric): Pick<Entry, 'measure' | 'value'> {
  const { measure, perUnit } = builtIn.get(`${name} ${unit}`) ?? { measure: `${name} (${unit})`, perUnit: 1 };
  const scaled = (value: number): number => (perUnit === 1 ? value : Number((value * perUnit).toPrecision(15)));
  const { p50, min, max } = summary;
  return { measure, value: { value: scaled(p50), ...(min === null ? {} : { lower_value: scaled(min) }), ...(max === null ? {} : { upper_value: scaled(max) }) } };
}

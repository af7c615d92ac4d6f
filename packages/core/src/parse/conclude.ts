import { createFinding, type Finding } from '../model/index.js';
import type { BenchmarkName, Parsed, Reading } from './parsed.js';

/** Findings of one kind of trouble can be as many as a file has lines; beyond this they are counted. */
const mostFindings = 100;

/** Ends the reading of a tool's output: readings whose benchmark and metric stand twice become findings, and findings are limited. */
export function conclude({ harness, readings, findings }: Parsed): Parsed {
  const { distinct, doubled } = distinctReadings(readings);
  return { harness, readings: distinct, findings: limitFindings([...findings, ...doubled], harness.name) };
}

/** Values that cannot be told apart are not used at all (BNL019); the benchmark stays visible as failed, where it first stood. */
function distinctReadings(readings: readonly Reading[]): { distinct: Reading[]; doubled: Finding[] } {
  const benchmarks = new Map<string, { first: Reading; metrics: (string | null)[]; doubled: boolean }>();
  for (const reading of readings) {
    const { id } = reading.benchmark;
    const metric = reading.metric?.name ?? null;
    const known = benchmarks.get(id);
    if (known === undefined) benchmarks.set(id, { first: reading, metrics: [metric], doubled: false });
    else {
      // A benchmark without a metric has no other reading.
      known.doubled ||= metric === null || known.metrics[0] === null || known.metrics.includes(metric);
      known.metrics.push(metric);
    }
  }
  const doubled = [...benchmarks].flatMap(([id, known]) => (known.doubled ? id : []));
  if (doubled.length === 0) return { distinct: [...readings], doubled: [] };
  const distinct = readings.flatMap((reading) => {
    const known = benchmarks.get(reading.benchmark.id);
    if (known?.doubled !== true) return reading;
    return known.first === reading ? failedReading(reading.benchmark) : [];
  });
  return { distinct, doubled: doubled.map((id) => createFinding('BNL019', { id }, { benchmark: id })) };
}

/** A benchmark that ran and gave nothing usable. */
export function failedReading(benchmark: BenchmarkName): Reading {
  return { benchmark, status: 'failed', metric: null, values: null, summary: null };
}

function limitFindings(findings: readonly Finding[], tool: string): Finding[] {
  if (findings.length <= mostFindings) return [...findings];
  const rest = findings.length - mostFindings;
  return [...findings.slice(0, mostFindings), createFinding('BNL002', { tool, problem: `${rest} more problems of this kind are not listed` })];
}

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
  const seen = new Set<string>();
  const whole = new Set(readings.filter(({ metric }) => metric === null).map(({ benchmark }) => benchmark.id));
  const doubled = new Set<string>();
  const firsts = new Map<string, Reading>();
  for (const reading of readings) {
    const { id } = reading.benchmark;
    const key = JSON.stringify([id, reading.metric?.name ?? null]);
    if (seen.has(key) || (reading.metric !== null && whole.has(id))) doubled.add(id);
    seen.add(key);
    if (!firsts.has(id)) firsts.set(id, reading);
  }
  const distinct = readings.flatMap((reading) => {
    const { benchmark } = reading;
    if (!doubled.has(benchmark.id)) return reading;
    return firsts.get(benchmark.id) === reading ? failedReading(benchmark) : [];
  });
  return { distinct, doubled: [...doubled].map((id) => createFinding('BNL019', { id }, { benchmark: id })) };
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

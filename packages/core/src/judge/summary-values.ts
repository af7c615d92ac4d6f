import type { SummaryEntry } from '../model/config.js';
import { createFinding } from '../model/finding.js';
import type { Finding, Metric, PerformanceReport } from '../model/generated/types.js';
import { matchesPattern } from '../model/pattern.js';
import { convert } from '../model/unit.js';
import { statisticOf } from './compare/statistic.js';

/** One part of the one-line summary and of perf.json. */
export interface SummaryValue {
  readonly label: string;
  /** Label and unit as a name for programs: `comp3_mibs`. */
  readonly key: string;
  /** In `unit`. */
  readonly value: number;
  readonly unit: string;
}

/** The values that the config's summary entries name, in their order, each of the first benchmark that matches. What matches nothing is left out. */
export function summaryValues(report: PerformanceReport, entries: readonly SummaryEntry[]): SummaryValue[] {
  const keys = keysOf(entries);
  return entries.flatMap((entry, index) => {
    const value = valueOf(report, entry);
    return value === null ? [] : [{ label: entry.label, key: keys[index] ?? '', value, unit: entry.unit }];
  });
}

/** A key an entry. Where labels differ in punctuation or in letters beyond a-z alone, the later ones are numbered, also when the earlier was not measured. */
function keysOf(entries: readonly SummaryEntry[]): string[] {
  const used = new Set<string>();
  return entries.map(({ label, unit }) => {
    const name = `${nameOf(label)}_${nameOf(unit)}`;
    let key = name;
    for (let nth = 2; used.has(key); nth += 1) key = `${name}_${nth}`;
    used.add(key);
    return key;
  });
}

/** A finding for each summary entry that has no value. */
export function summaryFindings(report: PerformanceReport, entries: readonly SummaryEntry[]): Finding[] {
  return entries.flatMap((entry, index) => (valueOf(report, entry) === null ? [createFinding('BNL023', { label: entry.label }, { pointer: `/summary/${index}` })] : []));
}

/** In the entry's unit. */
function valueOf(report: PerformanceReport, entry: SummaryEntry): number | null {
  for (const metric of metricsFor(report, entry)) {
    const observed = statisticOf(metric, entry.statistic);
    const value = observed === null ? null : convert(observed, metric.unit, entry.unit);
    if (value !== null) return value;
  }
  return null;
}

function metricsFor(report: PerformanceReport, entry: SummaryEntry): Metric[] {
  return report.suites
    .filter(({ name }) => entry.suite === null || matchesPattern(entry.suite, name))
    .flatMap(({ benchmarks }) => benchmarks.filter(({ id, status }) => status === 'ok' && matchesPattern(entry.benchmark, id)))
    .flatMap(({ metrics }) => metrics.filter(({ name }) => matchesPattern(entry.metric, name)));
}

/** Lower-case letters and digits: "COMP-3" -> "comp3", "GiB/s" -> "gibs". */
function nameOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

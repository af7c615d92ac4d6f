import { asArray, asCount, asNumber, asRecord, asText, field, type JsonRecord } from '../fields.js';

/** All entries of one benchmark. */
export interface GoogleBenchmarkEntries {
  id: string;
  pointer: string;
  /** One a repetition, in order. */
  iterations: JsonRecord[];
  /** By what they are: mean, median, stddev. */
  aggregates: Map<string, JsonRecord>;
}

/**
 * Entries of "benchmarks" put together by benchmark. Two benchmarks registered under one name stay apart, as they are by their indices.
 * Of aggregates only mean, median and stddev are of the benchmark's own unit: cv is a ratio in spite of its time_unit, BigO and RMS are fits over several.
 */
export function groupEntries(entries: readonly unknown[]): { groups: GoogleBenchmarkEntries[]; nameless: number[] } {
  const groups = new Map<string, GoogleBenchmarkEntries>();
  const nameless: number[] = [];
  for (const [index, value] of entries.entries()) {
    const entry = asRecord(value);
    const id = asText(field(entry, 'run_name')) ?? asText(field(entry, 'name'));
    if (entry === null || id === null) {
      nameless.push(index);
      continue;
    }
    const aggregate = aggregateOf(entry);
    if (aggregate !== null && !['mean', 'median', 'stddev'].includes(aggregate)) continue;
    const key = JSON.stringify([id, field(entry, 'family_index'), field(entry, 'per_family_instance_index')]);
    const group = groups.get(key) ?? { id, pointer: `/benchmarks/${index}`, iterations: [], aggregates: new Map<string, JsonRecord>() };
    groups.set(key, group);
    if (aggregate === null) group.iterations.push(entry);
    else group.aggregates.set(aggregate, entry);
  }
  return { groups: [...groups.values()], nameless };
}

/** The aggregate's name; null: the entry is a repetition. */
function aggregateOf(entry: JsonRecord): string | null {
  return field(entry, 'run_type') === 'aggregate' ? (asText(field(entry, 'aggregate_name')) ?? 'unknown') : null;
}

/** What the library itself writes into an entry (1.5 to 1.9); any other number is a counter of the user's. */
const ownKeys = new Set([
  ...['name', 'family_index', 'per_family_instance_index', 'run_name', 'run_type', 'repetitions', 'repetition_index', 'threads', 'iterations', 'real_time', 'cpu_time', 'time_unit', 'label'],
  ...['error_occurred', 'error_message', 'skipped', 'skip_message', 'aggregate_name', 'aggregate_unit', 'bytes_per_second', 'items_per_second'],
  ...['cpu_coefficient', 'real_coefficient', 'big_o', 'rms', 'allocs_per_iter', 'max_bytes_used', 'total_allocated_bytes', 'net_heap_growth'],
]);

/** Names of the user's counters. */
export function countersOf(entry: JsonRecord): string[] {
  return Object.keys(entry).filter((key) => key !== '' && key.length <= 256 && !ownKeys.has(key) && asNumber(entry[key]) !== null);
}

/** How many repetitions an aggregate is of. */
export function repetitionsOf(entry: JsonRecord): number {
  return asCount(field(entry, 'repetitions')) ?? asCount(field(entry, 'iterations')) ?? 0;
}

/** JSON has no NaN and no Infinity, which the library writes all the same (the cv of a counter that is 0); what stands for them here is null. Text is left alone. */
export function withoutBareNumbers(text: string): string {
  return /\b(?:NaN|Infinity)\b/i.test(text) ? text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|nan|Infinity|inf)\b/g, (match) => (match.startsWith('"') ? match : 'null')) : text;
}

/** The entries of a file; null: it has no list of them. */
export function entriesOf(value: unknown): readonly unknown[] | null {
  return asArray(field(value, 'benchmarks'));
}

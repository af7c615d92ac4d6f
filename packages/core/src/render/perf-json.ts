import type { ShownSummaryValue } from './summary-line.js';

/** The flat file that dashboards read: a number per summary entry, then what was said about the run. */
export interface PerfJson {
  [key: string]: number | string[];
  warnings: string[];
  errors: string[];
}

/** `{"display_gibs": 4.22, "comp3_mibs": 571, "warnings": [], "errors": []}`. Of two entries with one key the first is kept. */
export function perfJson(values: readonly ShownSummaryValue[], warnings: readonly string[], errors: readonly string[]): PerfJson {
  const numbers = new Map<string, number>();
  for (const { key, value } of values) {
    if (!numbers.has(key)) numbers.set(key, Number(value.toPrecision(6)));
  }
  return { ...Object.fromEntries(numbers), warnings: [...warnings], errors: [...errors] };
}

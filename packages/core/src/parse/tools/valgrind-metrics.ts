import { asArray, asNumber, asRecord, asText, field } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import type { Direction } from '../../model/index.js';

/** A metric that a profile tells, with its value. */
export interface ValgrindMetric {
  shape: { name: string; unit: string; direction: Direction };
  value: number;
}

/**
 * Counts of Callgrind and Cachegrind. Fewer instructions and accesses are better. A hit of one
 * cache is a miss of another or an access saved, and a handful of them moves with the layout of the code: hits, and the
 * cycles estimated of them (weighed by 1, 5 and 35), are shown and never judged.
 */
const counts = {
  Ir: metricShapes.instructions,
  TotalRW: { name: 'accesses', unit: 'count', direction: 'lower' },
  EstimatedCycles: { name: 'estimated-cycles', unit: 'count', direction: null },
  L1hits: { name: 'l1-hits', unit: 'count', direction: null },
  LLhits: { name: 'll-hits', unit: 'count', direction: null },
  RamHits: { name: 'ram-hits', unit: 'count', direction: null },
} as const;

/** What DHAT tells of the heap over the whole run; AtTGmax is the moment at which most was allocated. */
const heap = {
  TotalBytes: metricShapes.allocated,
  TotalBlocks: metricShapes.allocations,
  AtTGmaxBytes: metricShapes.peakAllocated,
  AtTGmaxBlocks: metricShapes.peakAllocations,
} as const;

export const valgrindShapes = [...Object.values(counts), ...Object.values(heap)];

/** Profilers whose events are read, in order: of two that count the same thing the first is meant. */
const profilers = [
  { tool: 'Callgrind', key: 'Callgrind', events: counts },
  { tool: 'Cachegrind', key: 'Cachegrind', events: counts },
  { tool: 'DHAT', key: 'Dhat', events: heap },
] as const;

/** The values of this run in a benchmark's profiles, of output version 6 or 7; null: a value is there and no count. */
export function readValgrindMetrics(profiles: readonly unknown[], version: '6' | '7'): ValgrindMetric[] | null {
  const found = new Map<string, ValgrindMetric>();
  for (const { tool, key, events } of profilers) {
    const profile = profiles.find((each) => asText(field(each, 'tool')) === tool);
    const total = version === '6' ? field(field(field(field(profile, 'summaries'), 'total'), 'summary'), key) : field(field(field(profile, 'data'), 'total'), 'metrics');
    if (asRecord(total) === null) continue;
    for (const [event, shape] of Object.entries(events)) {
      const told = version === '6' ? newInVersion6(field(total, event)) : field(field(field(total, event), 'values'), 'new');
      if (told === undefined || found.has(shape.name)) continue;
      const value = asNumber(told);
      if (value === null || value < 0) return null;
      found.set(shape.name, { shape, value });
    }
  }
  return [...found.values()];
}

/** `{"Left": new}`, `{"Both": [new, old]}` or, of a run that was only loaded, `{"Right": old}`; each `{"Int": n}` or `{"Float": x}`. */
function newInVersion6(event: unknown): unknown {
  const metrics = field(event, 'metrics');
  const told = field(metrics, 'Left') ?? asArray(field(metrics, 'Both'))?.[0];
  return told === undefined ? undefined : (field(told, 'Int') ?? field(told, 'Float') ?? null);
}

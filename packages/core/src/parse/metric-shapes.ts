import type { Reading } from './parsed.js';

type Shape = Pick<NonNullable<Reading['metric']>, 'name' | 'unit' | 'direction'>;

/** The metrics our adapters give. Where each tool calls it something else, the same thing has the same name here. */
export const metricShapes = {
  /** Time of one iteration, ns. */
  time: { name: 'time', unit: 'ns', direction: 'lower' },
  /** Bytes worked through, B/s. */
  throughput: { name: 'throughput', unit: 'B/s', direction: 'higher' },
  /** Elements worked through, elements/s; `throughput` where a tool counts elements alone. */
  elements: { name: 'elements', unit: 'ops/s', direction: 'higher' },
  elementThroughput: { name: 'throughput', unit: 'ops/s', direction: 'higher' },
  /** Peak resident memory, B. */
  memory: { name: 'memory', unit: 'B', direction: 'lower' },
  /** CPU time, ns. Parts of `time` that may shift between each other: shown, never judged, hence without direction. */
  user: { name: 'user', unit: 'ns', direction: null },
  system: { name: 'system', unit: 'ns', direction: null },
} as const satisfies Record<string, Shape>;

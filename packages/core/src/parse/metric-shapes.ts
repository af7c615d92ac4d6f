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
  /** Requests answered over a whole run of a load generator, requests/s. */
  requests: { name: 'requests', unit: 'ops/s', direction: 'higher' },
  /** From a request to its whole answer, ns. */
  latency: { name: 'latency', unit: 'ns', direction: 'lower' },
  /** Requests that failed, as a share of all. */
  errors: { name: 'errors', unit: 'ratio', direction: 'lower' },
  /** Peak resident memory, B. */
  memory: { name: 'memory', unit: 'B', direction: 'lower' },
  /** What one iteration allocates: bytes, and how often. */
  allocated: { name: 'allocated', unit: 'B', direction: 'lower' },
  allocations: { name: 'allocations', unit: 'count', direction: 'lower' },
  /** CPU time of one iteration, ns, beside the time by the clock. */
  cpu: { name: 'cpu', unit: 'ns', direction: 'lower' },
  /** Machine instructions executed, as valgrind counts them. */
  instructions: { name: 'instructions', unit: 'count', direction: 'lower' },
  /** Most that was allocated at one time: bytes, and pieces. */
  peakAllocated: { name: 'peak-allocated', unit: 'B', direction: 'lower' },
  peakAllocations: { name: 'peak-allocations', unit: 'count', direction: 'lower' },
  /** CPU time, ns. Parts of `time` that may shift between each other: shown, never judged, hence without direction. */
  user: { name: 'user', unit: 'ns', direction: null },
  system: { name: 'system', unit: 'ns', direction: null },
} as const satisfies Record<string, Shape>;

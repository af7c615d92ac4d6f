import { asNumber } from '../fields.js';
import { metricShapes } from '../metric-shapes.js';
import { rescale } from '../rescale.js';

/** What a cell of divan says, in a normalised unit. */
export interface DivanValue {
  value: number;
  of: 'time' | 'bytes' | 'characters' | 'cycles' | 'items' | 'size' | 'count';
}

const decimal = ['', 'K', 'M', 'G', 'T', 'P'];
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

const times = { ps: 1e-3, ns: 1, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9, d: 86_400e9 };

const units: ReadonlyMap<string, { of: DivanValue['of']; scale: number }> = new Map([
  ['', { of: 'count', scale: 1 }],
  ...Object.entries(times).map(([unit, scale]) => [unit, { of: 'time', scale }] as const),
  ...scaled('B', 'size'),
  ...scaled('B/s', 'bytes'),
  ...scaled('char/s', 'characters'),
  ...scaled('Hz', 'cycles'),
  ...scaled('item/s', 'items'),
]);

function scaled(suffix: string, of: DivanValue['of']): [string, { of: DivanValue['of']; scale: number }][] {
  const powers = (prefixes: readonly string[], base: number) => prefixes.map((prefix, power) => [prefix + suffix, { of, scale: base ** power }] as [string, { of: DivanValue['of']; scale: number }]);
  return [...powers(decimal, 1000), ...powers(binary, 1024)];
}

/** Reads "22.35 µs", "2.931 GB/s" or "4"; at most four digits of any number are told. null: it is none of these. */
export function parseDivanValue(cell: string): DivanValue | null {
  const [, digits = '', symbol = ''] = /^(\d+(?:\.\d+)?)(?: (\S+))?$/.exec(cell) ?? [];
  const unit = digits === '' ? undefined : units.get(symbol);
  const value = unit === undefined ? null : asNumber(rescale(Number(digits), unit.scale));
  return unit === undefined || value === null ? null : { value, of: unit.of };
}

/** Rates by what is counted. Items alone are what a benchmark works through; beside bytes they are `elements`. */
export const divanRates = {
  bytes: metricShapes.throughput,
  items: metricShapes.elements,
  itemsAlone: metricShapes.elementThroughput,
  characters: { name: 'characters', unit: 'ops/s', direction: 'higher' },
  cycles: { name: 'cycles', unit: 'ops/s', direction: 'higher' },
} as const;

/** Blocks that AllocProfiler adds: how often in one iteration, and how many bytes. What is given back tells nothing of being better or worse. */
export const divanAllocations = {
  'max alloc:': [metricShapes.peakAllocations, metricShapes.peakAllocated],
  'alloc:': [metricShapes.allocations, metricShapes.allocated],
  'dealloc:': [{ name: 'deallocations', unit: 'count', direction: null }, { name: 'deallocated', unit: 'B', direction: null }],
  'grow:': [{ name: 'growths', unit: 'count', direction: 'lower' }, { name: 'grown', unit: 'B', direction: 'lower' }],
  'shrink:': [{ name: 'shrinkings', unit: 'count', direction: null }, { name: 'shrunk', unit: 'B', direction: null }],
} as const;

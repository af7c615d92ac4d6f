/** What a unit measures. Values of different dimensions are never compared. */
export type Dimension = 'time' | 'size' | 'data rate' | 'operation rate' | 'count' | 'ratio';

/** The unit that every value of a dimension is kept in. */
export type NormalisedUnit = 'ns' | 'B' | 'B/s' | 'ops/s' | 'count' | 'ratio';

/** A unit as written: a value in it times `scale` is the value in the normalised `unit`. */
export interface Unit {
  unit: NormalisedUnit;
  scale: number;
  dimension: Dimension;
}

const dimensionOf: Record<NormalisedUnit, Dimension> = {
  ns: 'time',
  B: 'size',
  'B/s': 'data rate',
  'ops/s': 'operation rate',
  count: 'count',
  ratio: 'ratio',
};

/** Decimal prefixes are powers of 1000 (MB is 10^6 bytes), binary ones powers of 1024 (MiB is 2^20 bytes). */
const sizes: Record<string, number> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

const times: Record<string, number> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, sec: 1e9, min: 60e9, h: 3600e9 };

const prefixes: Record<string, number> = { '': 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9 };

const operations = ['op', 'ops', 'elem', 'elements', 'req', 'requests'];

const units: ReadonlyMap<string, Unit> = new Map([
  ...rows('ns', times),
  ...rows('B', sizes),
  ...rows('B/s', suffixed(sizes, '/s')),
  ...operations.flatMap((name) => rows('ops/s', suffixed(prefixes, `${name}/s`))),
  ...rows('count', { count: 1 }),
  ...rows('ratio', { ratio: 1, x: 1, '%': 0.01 }),
]);

function rows(unit: NormalisedUnit, scales: Record<string, number>): [string, Unit][] {
  return Object.entries(scales).map(([symbol, scale]) => [symbol, { unit, scale, dimension: dimensionOf[unit] }]);
}

function suffixed(scales: Record<string, number>, suffix: string): Record<string, number> {
  return Object.fromEntries(Object.entries(scales).map(([symbol, scale]) => [symbol + suffix, scale]));
}

/** Reads a unit's symbol ("ms", "GiB/s", "Mops/s"). Case counts: MB is a unit, Mb and mb are not. null: not a unit we know. */
export function parseUnit(text: string): Unit | null {
  return units.get(text.trim()) ?? null;
}

/** A value of `unit` in the unit `to`; null where they measure different things or one is unknown. */
export function convert(value: number, unit: string, to: string): number | null {
  const from = parseUnit(unit);
  const target = parseUnit(to);
  if (from === null || target === null || from.unit !== target.unit) return null;
  return from.scale === target.scale ? value : (value * from.scale) / target.scale;
}

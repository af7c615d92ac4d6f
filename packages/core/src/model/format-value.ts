import { convert, parseUnit, type NormalisedUnit } from './unit.js';

/** The units values are shown in, smallest first. Sizes are shown in binary units, whatever they were written in. */
const ladders: Record<NormalisedUnit, readonly string[]> = {
  ns: ['ns', 'µs', 'ms', 's'],
  B: ['B', 'KiB', 'MiB', 'GiB', 'TiB'],
  'B/s': ['B/s', 'KiB/s', 'MiB/s', 'GiB/s', 'TiB/s'],
  'ops/s': ['ops/s', 'kops/s', 'Mops/s', 'Gops/s'],
  count: ['count'],
  ratio: ['x'],
};

/** Three significant digits; whole numbers from 100 on. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

/** The unit in which people read a value best: 1,230,000 ns in ms. An unknown unit stays as it is. */
export function shownUnitOf(value: number, unit: string): string {
  const parsed = parseUnit(unit);
  if (parsed === null) return unit;
  const [smallest = unit, ...larger] = ladders[parsed.unit];
  // 999.6 ns would round to "1000 ns", so the next unit starts a little below 1.
  const reached = larger.filter((candidate) => Math.abs(convert(value, unit, candidate) ?? 0) >= 0.9995);
  return reached.at(-1) ?? smallest;
}

/** A value with its unit, scaled for people: "1.23 ms", "4.22 GiB/s". */
export function formatValue(value: number, unit: string): string {
  return formatIn(value, unit, shownUnitOf(value, unit));
}

/** A value shown in the unit named: "4.22 GiB/s". Where it cannot be converted it is shown in its own unit. */
export function formatIn(value: number, unit: string, shownUnit: string): string {
  const shown = convert(value, unit, shownUnit);
  if (shown === null) return `${formatWhole(value)} ${unit}`;
  const indivisible = shownUnit === 'B' || shownUnit === 'count';
  return `${indivisible ? formatWhole(shown) : formatNumber(shown)} ${shownUnit}`;
}

function formatWhole(value: number): string {
  return Number.isInteger(value) ? String(value) : formatNumber(value);
}

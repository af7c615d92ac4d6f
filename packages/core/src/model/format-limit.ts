import { formatIn, shownUnitOf } from './format-value.js';
import { convert } from './unit.js';

const decimalSizes = ['B', 'kB', 'MB', 'GB', 'TB'];
const decimal: Readonly<Record<string, readonly string[]>> = { B: decimalSizes, 'B/s': decimalSizes.map((size) => `${size}/s`) };

/** Shows an objective's numbers in the units its limit was most likely written in: 80 MB/s stays "80.0 MB/s", not "76.3 MiB/s". */
export function createLimitFormat(limit: number, unit: string): (value: number) => string {
  const ladder = Object.hasOwn(decimal, unit) ? (decimal[unit] ?? []) : [];
  const inDecimal = reached(ladder, limit, unit);
  const usual = shownUnitOf(limit, unit);
  const isDecimal = inDecimal !== undefined && digitsIn(limit, unit, inDecimal) < digitsIn(limit, unit, usual);
  const limitUnit = isDecimal ? inDecimal : usual;
  return (value) => {
    const near = value === limit || (value / limit < 30 && value / limit > 1 / 30);
    const own = isDecimal ? (reached(ladder, value, unit) ?? limitUnit) : shownUnitOf(value, unit);
    return formatIn(value, unit, near ? limitUnit : own);
  };
}

function reached(ladder: readonly string[], value: number, unit: string): string | undefined {
  return ladder.findLast((candidate) => Math.abs(convert(value, unit, candidate) ?? 0) >= 1);
}

/** A round number is what somebody wrote. */
function digitsIn(value: number, unit: string, shown: string): number {
  return String(Number((convert(value, unit, shown) ?? value).toPrecision(9))).length;
}

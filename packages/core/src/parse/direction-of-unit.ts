import { parseUnit, type Direction } from '../model/index.js';

/** What a normalised unit itself says of the better direction: time is spent, rates are work done. A size, a count or a ratio says nothing: null. */
export function directionOfUnit(unit: string): Direction {
  const dimension = parseUnit(unit)?.dimension;
  if (dimension === 'time') return 'lower';
  return dimension === 'data rate' || dimension === 'operation rate' ? 'higher' : null;
}

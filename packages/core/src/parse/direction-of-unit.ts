import { parseUnit, type Direction } from '../model/index.js';

/**
 * What a normalised unit itself says of the better direction, where a tool's format leaves it open and the benchmark's author wrote the unit: time is spent,
 * rates are work done. A size, a count or a ratio says nothing: null. Not for what a profiler adds (bytes allocated a second), nor for rates that we make of counts.
 */
export function directionOfUnit(unit: string): Direction {
  const dimension = parseUnit(unit)?.dimension;
  if (dimension === 'time') return 'lower';
  return dimension === 'data rate' || dimension === 'operation rate' ? 'higher' : null;
}

import { parseUnit, type NormalisedUnit } from './unit.js';

/** A number in a normalised unit. */
export interface NormalisedQuantity {
  value: number;
  unit: NormalisedUnit;
}

const shape = /^([+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?)\s*([^\s\d.].*)$/u;

/** Reads "80 MB/s", "4GiB/s", "2 ms", "3 x" into the normalised unit of its dimension. null: no number, no unit, or one we do not know. */
export function normalizeQuantity(text: string): NormalisedQuantity | null {
  if (text.length > 64) return null;
  const match = shape.exec(text.trim());
  const unit = match?.[2] === undefined ? null : parseUnit(match[2]);
  if (!match || unit === null) return null;
  const value = Number(match[1]) * unit.scale;
  return Number.isFinite(value) ? { value, unit: unit.unit } : null;
}

import type { SloPolicy } from './generated/types.js';
import { normalizeQuantity } from './quantity.js';
import { parseUnit } from './unit.js';

/** How a limit is set: to a quantity, or to so many times what it was. */
export type LimitValue = { limit: number; unit: string } | { factor: number };

const relative = /^\s*([+-])\s*(\d{1,6}(?:\.\d{1,6})?)\s*%\s*$/;

/** Reads "2ms", "80 MB/s" (absolute), "+15%", "-10%" (relative to the configured limit). null: neither, negative, or a limit of nothing. */
export function parseLimitValue(text: string): LimitValue | null {
  const [, sign, digits] = relative.exec(text) ?? [];
  if (sign !== undefined && digits !== undefined) {
    const share = Number(digits) / 100;
    const factor = sign === '+' ? 1 + share : 1 - share;
    return factor > 0 ? { factor } : null;
  }
  const quantity = normalizeQuantity(text);
  return quantity === null || quantity.value < 0 ? null : { limit: quantity.value, unit: quantity.unit };
}

/** The limit that comes out for an objective; null where the quantity is of another kind. */
export function limitFrom(value: LimitValue, { limit, unit }: Pick<SloPolicy, 'limit' | 'unit'>): number | null {
  if ('factor' in value) return limit * value.factor;
  return value.unit === unit ? value.limit : null;
}

/** An example of a value that would do. */
export function exampleLimit({ unit }: Pick<SloPolicy, 'unit'>): string {
  const examples: Record<string, string> = { ns: '2ms', B: '64MiB', 'B/s': '80MB/s', 'ops/s': '5kops/s', count: '3count', ratio: '2%' };
  return examples[parseUnit(unit)?.unit ?? ''] ?? `2${unit}`;
}

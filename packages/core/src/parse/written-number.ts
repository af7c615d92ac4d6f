import { asNumber } from './fields.js';

/** A decimal number and nothing else: neither "1,234" nor "0x10" nor "NaN" is read as what it might mean. */
const decimal = /^[+-]?(?:\d{1,64}(?:\.\d{0,64})?|\.\d{1,64})(?:[eE][+-]?\d{1,3})?$/;

/** A number, or text that is one (some tools write their numbers as strings); null where it cannot be a measurement. */
export function readWrittenNumber(written: unknown): number | null {
  if (typeof written !== 'string') return asNumber(written);
  const text = written.trim();
  return decimal.test(text) ? asNumber(Number(text)) : null;
}

/** A JSON object, read by its own keys alone. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value if it is a JSON object; else null. */
export function asRecord(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

/** The value if it is an array; else null. */
export function asArray(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** A field of a JSON object; undefined where the object has none of its own (`constructor`) or is no object. */
export function field(value: unknown, key: string): unknown {
  const record = asRecord(value);
  return record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** No measurement is larger; below it, converting units and squaring stay finite. 1e999 parses to Infinity and is none either. */
const largestNumber = 1e100;

/** The value if it is a number that a measurement can be. */
export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Math.abs(value) <= largestNumber ? value : null;
}

/** The value if it is text with at least one character. */
export function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The value if it is a whole number from 0 on. */
export function asCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The numbers of an array each of which can be a measurement and is at least `least`; null where one is not, or there are none. */
export function asNumbers(value: unknown, least = Number.NEGATIVE_INFINITY): number[] | null {
  const items = asArray(value);
  if (items === null || items.length === 0) return null;
  const numbers = items.map(asNumber).filter((item) => item !== null && item >= least) as number[];
  return numbers.length === items.length ? numbers : null;
}

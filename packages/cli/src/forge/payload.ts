/** A value somewhere inside parsed JSON; undefined where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
}

export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** A whole number above 0. */
export function countAt(value: unknown, ...path: readonly string[]): number | null {
  return toCount(valueAt(value, ...path));
}

/** A whole number above 0, also as text; else null. */
export function toCount(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** A full commit id; else null. */
export function toSha(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{40}$|^[0-9a-f]{64}$/u.test(value) ? value : null;
}

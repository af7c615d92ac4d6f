import { userError } from '../user-error.js';

const deepest = 64;

/** A YAML or TOML value as JSON would have it: dates as text, own properties only; at most 64 levels deep (an alias may even name its own parent). */
export function plainValue(value: unknown, path: string, depth = 0): unknown {
  if (depth > deepest) throw userError('BNL012', { limit: `${deepest} levels of nesting`, found: 'more' }, { file: path });
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainValue(item, path, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  const plain: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    Object.defineProperty(plain, key, { value: plainValue(inner, path, depth + 1), enumerable: true, writable: true, configurable: true });
  }
  return plain;
}

import { deepestNesting, endOfString } from './json-depth.js';

const codes = { quote: 0x22, colon: 0x3a, openObject: 0x7b, closeObject: 0x7d, openArray: 0x5b, closeArray: 0x5d };

/** What JSON.parse made of a text, counted. */
export interface JsonCounts {
  keys: number;
  /** In keys and in strings. */
  colons: number;
  /** Of arrays and objects; what lies deeper than the limit is not looked at. */
  depth: number;
}

/** Counts a JSON value. */
export function countJson(value: unknown): JsonCounts {
  const counts = { keys: 0, colons: 0, depth: 0 };
  countInto(counts, value, 1);
  return counts;
}

function countInto(counts: JsonCounts, value: unknown, depth: number): void {
  if (typeof value === 'string') counts.colons += timesIn(value, ':');
  if (typeof value !== 'object' || value === null) return;
  if (depth > counts.depth) counts.depth = depth;
  if (depth > deepestNesting) return;
  if (Array.isArray(value)) {
    // By index: an iterator costs more than what it walks, and most items are numbers.
    for (let at = 0; at < value.length; at += 1) if (typeof value[at] !== 'number') countInto(counts, value[at], depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    counts.keys += 1;
    counts.colons += timesIn(key, ':');
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'number') countInto(counts, item, depth + 1);
  }
}

/** How often a text has a character. Much faster than looking at each one. */
export function timesIn(text: string, character: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times += 1;
  return times;
}

/**
 * The first key of valid JSON text that its object has already, or null. JSON.parse keeps the last of the two and says nothing: a benchmark
 * or a value would be gone. `counts` are of what JSON.parse made of the text: a colon stands behind each key or within a text, so that fewer of them
 * are left than the text has only if a key is lost.
 */
export function repeatedKeyIn(text: string, counts: JsonCounts): { key: string; offset: number } | null {
  // A colon may be written as an escape, and would then make up for a lost one.
  const escaped = text.includes('\\u003a') || text.includes('\\u003A');
  return !escaped && timesIn(text, ':') === counts.keys + counts.colons ? null : firstRepeated(text);
}

function firstRepeated(text: string): { key: string; offset: number } | null {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === codes.openObject || code === codes.openArray) open.push(new Set());
    else if (code === codes.closeObject || code === codes.closeArray) open.pop();
    else if (code === codes.quote) {
      const end = endOfString(text, at);
      const keys = /^\s*:/.test(text.slice(end + 1, end + 1025)) ? open.at(-1) : undefined;
      const written = text.slice(at, end + 1);
      const key = JSON.stringify(JSON.parse(written));
      if (keys?.has(key)) return { key: key.slice(0, 128), offset: at };
      keys?.add(key);
      at = end;
    }
  }
  return null;
}

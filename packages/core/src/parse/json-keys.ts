import { endOfString } from './json-depth.js';

const codes = { quote: 0x22, colon: 0x3a, openObject: 0x7b, closeObject: 0x7d, openArray: 0x5b, closeArray: 0x5d };

/**
 * The first key of valid JSON text that its object has already, or null. JSON.parse keeps the last of the two and says nothing: a benchmark
 * or a value would be gone. `value` is what JSON.parse made of the text: it has fewer keys than the text has colons only if one is lost.
 */
export function repeatedKeyIn(text: string, value: unknown): { key: string; offset: number } | null {
  return colonsIn(text) === keysIn(value) ? null : firstRepeated(text);
}

function colonsIn(text: string): number {
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === codes.quote) at = endOfString(text, at);
    else if (code === codes.colon) colons += 1;
  }
  return colons;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (typeof item === 'object') keys += keysIn(item);
    return keys;
  }
  for (const item of Object.values(value)) keys += 1 + keysIn(item);
  return keys;
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

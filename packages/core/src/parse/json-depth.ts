/** Nesting that any input may have. */
export const deepestNesting = 64;

const quote = 0x22;
const backslash = 0x5c;
const braces = { openObject: 0x7b, closeObject: 0x7d, openArray: 0x5b, closeArray: 0x5d };

/** Offset of the bracket that nests deeper than the limit, or null. One pass, no recursion: JSON.parse itself must not meet such a text. */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
    } else if (code === braces.openObject || code === braces.openArray) {
      depth += 1;
      if (depth > deepestNesting) return at;
    } else if (code === braces.closeObject || code === braces.closeArray) {
      depth -= 1;
    }
  }
  return null;
}

/** Offset of the quote that ends the string opened at `start`; the text's length where none does. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

/** Orders text by code point: the same everywhere, whatever the locale. (`<` alone compares UTF-16 units, which puts U+1F600 before U+FF5E.) */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index < length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  if (index === length) return a.length - b.length;
  return rankOf(a.charCodeAt(index)) - rankOf(b.charCodeAt(index));
}

/** A surrogate stands for a code point above all others. */
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Longest filter that is passed: systems limit one argument to 128 KiB. */
const longest = 100_000;

/** A regular expression that finds exactly these ids; null where it would be too long to pass, and everything is measured instead. */
export function exactFilter(ids: readonly string[]): string | null {
  const filter = `^(?:${ids.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`;
  return Buffer.byteLength(filter) <= longest ? filter : null;
}
